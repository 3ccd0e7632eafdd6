using System.Security.Cryptography;

namespace Rahdari.Records.Ledger;

/// <summary>Follows one chain, record by record, and names what is wrong with it; keeps no more of it than the record before.</summary>
/// <param name="node">Whose chain.</param>
/// <param name="keyOf">The node's key that signs the record of a sequence, or null where it has none.</param>
/// <param name="head">The note of the chain's end.</param>
/// <param name="noted">A sequence of which the hash is kept, or null.</param>
/// <param name="mayLack">Whether a record may lack its payload; asked of those without one, in the order of their sequences.</param>
internal sealed class LedgerWalk(string node, Func<long, ECDsa?> keyOf, LedgerHead? head, long? noted, Func<LedgerEntry, bool> mayLack)
{
    private readonly List<LedgerFault> faults = [];
    private LedgerEntry? waiting;

    public IReadOnlyList<LedgerFault> Faults => faults;

    /// <summary>The stored hash of the record noted; null where it is not there.</summary>
    public byte[]? NotedHash { get; private set; }

    public long Walked { get; private set; }

    public long Last { get; private set; }

    public byte[]? LastHash { get; private set; }

    /// <summary>Takes the next record; it is judged once its successor is known.</summary>
    public void Next(LedgerEntry entry)
    {
        if (waiting is not null)
            Judge(waiting, entry);
        waiting = entry;
    }

    /// <summary>Judges the last record and the chain's end, which must be the one noted.</summary>
    public void End()
    {
        if (waiting is not null)
            Judge(waiting, null);
        if (head is null && Walked > 0)
            faults.Add(new LedgerFault("HEAD_DELETED", Last, null, null, $"The note of the chain's end is gone: records after {Last} may be, too."));
        else if (head is not null && Last < head.Sequence)
            Deleted(Last + 1, head.Sequence);
        else if (head is not null && Last == head.Sequence && !head.Hash.AsSpan().SequenceEqual(LastHash ?? LedgerChain.Genesis))
            faults.Add(new LedgerFault("HEAD_CHANGED", Last, null, null, $"Record {Last} is not the one that was noted as the chain's end."));
    }

    private void Judge(LedgerEntry entry, LedgerEntry? next)
    {
        Walked++;
        if (entry.Sequence > Last + 1)
            Deleted(Last + 1, entry.Sequence - 1);
        // Of a payload that is no more the hash stays, which its successor repeats and the signature is over.
        var isErased = entry.Payload.Length == 0 && mayLack(entry);
        var genuine = (isErased ? Last < entry.Sequence - 1 || entry.PreviousHash.AsSpan().SequenceEqual(LastHash ?? LedgerChain.Genesis) : LedgerChain.Fits(entry, entry.Sequence)) && IsSigned(entry);
        if (genuine && head is not null && entry.Sequence > head.Sequence)
            Fault("RECORD_INSERTED", entry, $"Record {entry.Sequence} stands after the chain's end at {head.Sequence}.");
        else if (!genuine)
            Name(entry, next);
        else if (LastHash is not null && Last == entry.Sequence - 1 && !entry.PreviousHash.AsSpan().SequenceEqual(LastHash) && !faults.Any(f => f.Sequence == Last))
            Fault("RECORD_REORDERED", entry, $"Record {entry.Sequence} does not follow record {Last}, which was put in the place of another.");
        if (entry.Sequence == noted)
            NotedHash = entry.Hash;
        (Last, LastHash) = (entry.Sequence, entry.Hash);
    }

    /// <summary>What happened to a record whose hash or signature does not fit its place.</summary>
    private void Name(LedgerEntry entry, LedgerEntry? next)
    {
        if (IsSigned(entry))
        {
            if (SignedAs(entry, next) is { } original)
                Fault("RECORD_REORDERED", entry, $"Record {entry.Sequence} was signed as record {original}.");
            else
                Fault("RECORD_CHANGED", entry, $"The content of record {entry.Sequence} is not what was signed.");
        }
        else if (entry.Node == node && next is not null && LastHash is not null && next.PreviousHash.AsSpan().SequenceEqual(LastHash))
        {
            Fault("RECORD_INSERTED", entry, $"Record {entry.Sequence} was not signed by this node, and its successor does not know it.");
        }
        else if (head is not null && entry.Sequence > head.Sequence)
        {
            Fault("RECORD_INSERTED", entry, $"Record {entry.Sequence} was not signed by this node and stands after the chain's end at {head.Sequence}.");
        }
        else
        {
            Fault("RECORD_CHANGED", entry, $"Record {entry.Sequence} was rewritten: its signature is not this node's.");
        }
    }

    /// <summary>The sequence that a moved record was signed with: it stands in its own hash, so its neighbours' are tried.</summary>
    private long? SignedAs(LedgerEntry entry, LedgerEntry? next)
    {
        var farthest = Math.Max(head?.Sequence ?? 0, next?.Sequence ?? 0);
        const int Reach = 10_000; // Hashing is cheap and moved records are few; farther than this the answer is "changed".
        for (var candidate = Math.Max(1, entry.Sequence - Reach); candidate <= Math.Min(farthest + 1, entry.Sequence + Reach); candidate++)
        {
            if (candidate != entry.Sequence && LedgerChain.Fits(entry, candidate))
                return candidate;
        }
        return null;
    }

    private bool IsSigned(LedgerEntry entry) => keyOf(entry.Sequence) is { } key && LedgerChain.IsSigned(entry, key);

    private void Deleted(long from, long to) =>
        faults.Add(new LedgerFault("RECORD_DELETED", from, null, null, from == to ? $"Record {from} is gone." : $"Records {from} to {to} are gone."));

    private void Fault(string code, LedgerEntry entry, string detail) => faults.Add(new LedgerFault(code, entry.Sequence, entry.Id, entry.Kind, detail));
}
