namespace Rahdari.Documents.AdvanceInformation.Edifact;

/// <summary>A message's header (UNH).</summary>
/// <param name="Reference">The message's reference, repeated in UNT.</param>
/// <param name="Type">PAXLST, PNRGOV, CUSRES.</param>
/// <param name="Version">D, or a number (<c>11</c>).</param>
/// <param name="Release">02B, or a number (<c>1</c>).</param>
/// <param name="Agency">UN, IA.</param>
/// <param name="Association">IATA.</param>
public sealed record EdifactMessage(string Reference, string Type, string Version, string Release, string Agency, string Association)
{
    /// <summary>The common access reference, the same in every part of one list; empty where there is none.</summary>
    public string AccessReference { get; init; } = "";

    /// <summary>The number of this part (UNH 0070), or null where the list is in one.</summary>
    public int? Part { get; init; }

    /// <summary>True in the last part (UNH 0073 is F).</summary>
    public bool IsLastPart { get; init; }
}
