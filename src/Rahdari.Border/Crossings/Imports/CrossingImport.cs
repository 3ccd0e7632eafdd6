namespace Rahdari.Border.Crossings.Imports;

/// <summary>What an import made of a file: each of its records was imported, rejected or there already.</summary>
public sealed record CrossingImport
{
    /// <summary>The run; UUIDv7. All zeros for a dry run.</summary>
    public required Guid Run { get; init; }

    /// <summary>The legacy system.</summary>
    public required string Source { get; init; }

    /// <summary>The file's name.</summary>
    public required string File { get; init; }

    /// <summary>Records read, those of an earlier call of the same run among them.</summary>
    public required long Read { get; init; }

    /// <summary>Records of the run that are crossings now; of a dry run those that would be.</summary>
    public required long Imported { get; init; }

    /// <summary>Records that cannot be used; each stands in the file of rejects.</summary>
    public required long Rejected { get; init; }

    /// <summary>Records that were imported before, by this run or another.</summary>
    public required long AlreadyThere { get; init; }

    /// <summary>Where an earlier call had ended: records read then; 0 where there was none.</summary>
    public required long ResumedAfter { get; init; }

    /// <summary>Travellers whom nobody knew before; this call's alone.</summary>
    public required long NewTravellers { get; init; }

    /// <summary>The file of rejects.</summary>
    public required string Rejects { get; init; }

    /// <summary>True where nothing was changed.</summary>
    public required bool DryRun { get; init; }
}
