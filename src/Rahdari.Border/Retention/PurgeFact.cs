using System.Text.Json;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Retention;

/// <summary>One transaction of a purge as signed: which records of the ledger have no payload any more, and by which rule. It names nobody, and is never purged itself.</summary>
internal sealed record PurgeFact
{
    public required Guid Id { get; init; }

    /// <summary>What <c>rahdari retention purge</c> did in one call, or the night.</summary>
    public required Guid Run { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>The number of the schedule.</summary>
    public required int Schedule { get; init; }

    public required RecordClass Class { get; init; }

    public required string LegalBasis { get; init; }

    /// <summary>What ended before this day, at the port.</summary>
    public required DateOnly CutOff { get; init; }

    /// <summary>How many records of the class, whether the ledger knows them one by one or not.</summary>
    public required int Records { get; init; }

    /// <summary>The sequences of the erased payloads: <c>3-9,12</c>; empty where the ledger has none of them.</summary>
    public required string Sequences { get; init; }

    /// <summary>SHA-256, hexadecimal, over sequence, hash, id and kind of each: <see cref="Ledger.ErasedEntries"/>.</summary>
    public required string Digest { get; init; }

    /// <summary>At headquarters: of each other node those of its records whose payloads were erased here; null where none were.</summary>
    public IReadOnlyList<PurgedChain>? Received { get; init; }

    /// <summary>Of the encounters erased those that a signed referral names, which is kept longer.</summary>
    public IReadOnlyList<Guid> Referred { get; init; } = [];

    /// <summary>Rows of imported batches.</summary>
    public IReadOnlyList<PurgedImport> Imports { get; init; } = [];

    /// <summary>Reads what a ledger says, which may be another node's; null where it is no purge.</summary>
    public static PurgeFact? Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, BorderJson.Default.PurgeFact);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Rows of a legacy system's batch that were erased, so that those that stay can be held against the batch's signature.</summary>
/// <param name="Import">The batch.</param>
/// <param name="Hashes">The SHA-256 of each, one behind the other, Base64; their places tells the mark that the batch has of each row.</param>
internal sealed record PurgedImport(Guid Import, string Hashes);

/// <summary>Records of another node whose payloads were erased where they had been received.</summary>
/// <param name="Node">The node.</param>
/// <param name="Sequences">As <see cref="PurgeFact.Sequences"/>.</param>
/// <param name="Digest">As <see cref="PurgeFact.Digest"/>.</param>
internal sealed record PurgedChain(string Node, string Sequences, string Digest);
