namespace Rahdari.Border.ExitControl;

/// <summary>What bars somebody from leaving the country.</summary>
public enum ExitOrderKind
{
    /// <summary>An order of a court.</summary>
    CourtOrder,

    /// <summary>A placement on an exit control list by the government.</summary>
    ExitControlList,

    /// <summary>A condition of bail.</summary>
    BailCondition,

    /// <summary>A decision on who keeps a minor: the minor may not be taken out.</summary>
    MinorCustody,

    /// <summary>Anything else; its legal basis says what.</summary>
    Other,
}
