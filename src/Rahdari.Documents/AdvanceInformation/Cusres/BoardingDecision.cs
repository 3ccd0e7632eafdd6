namespace Rahdari.Documents.AdvanceInformation.Cusres;

/// <summary>What a carrier is told about one traveller.</summary>
public enum BoardingDecision
{
    /// <summary>Board. ERC 0.</summary>
    Board,

    /// <summary>Do not board. ERC 1.</summary>
    DoNotBoard,

    /// <summary>Board only after the checks that the text asks for. ERC 2.</summary>
    BoardAfterChecks,

    /// <summary>What was sent does not suffice to decide: send it again. ERC 4.</summary>
    InsufficientData,

    /// <summary>An answer that is not known here: nobody boards by it.</summary>
    Unknown,
}
