namespace Rahdari.Casework.Laws;

/// <summary>What a section of a law punishes.</summary>
public sealed record Offence
{
    /// <summary>The section, unique in its law: <c>3(1)</c>.</summary>
    public required string Section { get; init; }

    /// <summary>What it is.</summary>
    public required BothLanguages Title { get; init; }

    /// <summary>What it is punished with; null where the section only helps another (abetment: that offence's own).</summary>
    public Penalty? Penalty { get; init; }

    /// <summary>True where an officer may arrest without a warrant.</summary>
    public required bool Cognizable { get; init; }

    /// <summary>True where bail is a right.</summary>
    public required bool Bailable { get; init; }

    /// <summary>Where it says so, or where there is doubt.</summary>
    public string? Source { get; init; }
}
