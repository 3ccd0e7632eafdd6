using System.Globalization;
using System.Security.Cryptography;

namespace Rahdari.Records.Ledger;

/// <summary>A record of a chain as an earlier verification noted it: what was cut off or written anew behind it is found by it.</summary>
/// <param name="Sequence">Its sequence.</param>
/// <param name="Hash">Its hash.</param>
internal sealed record LedgerAnchor(long Sequence, byte[] Hash)
{
    /// <summary>The record noted (<c>sequence:hash</c>), or null.</summary>
    public static LedgerAnchor? Parse(string? text) =>
        text?.Split(':') is [var number, { Length: SHA256.HashSizeInBytes * 2 } hash]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
        && hash.All(char.IsAsciiHexDigit)
            ? new LedgerAnchor(sequence, Convert.FromHexString(hash))
            : null;

    /// <summary>What is wrong with what was noted, once the chain was walked with its sequence.</summary>
    public static IEnumerable<LedgerFault> Faults(string? text, LedgerWalk walk)
    {
        if (text is null)
            yield break;
        if (Parse(text) is not { } noted)
            yield return new LedgerFault("ANCHOR_INVALID", null, null, null, "An anchor reads sequence:hash, as an earlier verification printed it.");
        else if (!noted.Hash.AsSpan().SequenceEqual(walk.NotedHash))
            yield return new LedgerFault("END_CUT_OFF", noted.Sequence, null, null, $"Record {noted.Sequence} is not the one that was noted: the chain was cut off or written anew.");
    }
}
