namespace Rahdari.Border.Received;

/// <summary>Up to where a node's records are committed in this site's database.</summary>
/// <param name="Node">The node.</param>
/// <param name="Sequence">The highest sequence below which none is lacking; 0 where there is none.</param>
/// <param name="Hash">That record's hash; 32 zero bytes where there is none.</param>
public sealed record Receipt(string Node, long Sequence, byte[] Hash);

/// <summary>What became of a run of records.</summary>
/// <param name="Receipt">How far the node's records are committed now.</param>
/// <param name="Taken">Records that were not there before.</param>
/// <param name="Refused">Why the first that was not taken in was refused, or null. What comes after it waits.</param>
/// <param name="IsGap">True where records before these are lacking: the node sends again from the receipt on.</param>
public sealed record Intake(Receipt Receipt, int Taken, Refusal? Refused = null, bool IsGap = false);
