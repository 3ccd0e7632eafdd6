namespace Rahdari.Documents.AdvanceInformation.Cusres;

/// <summary>
/// The codes of an answer (ERC 9321). The guide leaves them to the parties; these are the ones that interactive systems share
/// (US CBP, PAXLST/CUSRES guide): the first character decides, further ones tell of a visa waiver.
/// </summary>
internal static class BoardingCodes
{
    private static readonly (char Code, BoardingDecision Decision)[] Codes =
    [
        ('0', BoardingDecision.Board), ('1', BoardingDecision.DoNotBoard), ('2', BoardingDecision.BoardAfterChecks), ('4', BoardingDecision.InsufficientData),
    ];

    public static BoardingDecision Read(string code)
    {
        foreach (var (first, decision) in Codes)
        {
            if (code.Length > 0 && code[0] == first)
                return decision;
        }
        return BoardingDecision.Unknown;
    }

    /// <summary>An answer that is none keeps the traveller off the flight.</summary>
    public static string Of(BoardingDecision decision) =>
        Array.Find(Codes, c => c.Decision == decision) is { Code: not '\0' } found ? found.Code.ToString() : "1";
}
