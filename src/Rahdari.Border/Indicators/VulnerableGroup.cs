namespace Rahdari.Border.Indicators;

/// <summary>Who is often concerned where an indicator shows: told to the second line and counted, never a condition of anything.</summary>
public enum VulnerableGroup
{
    /// <summary>Women.</summary>
    Women,

    /// <summary>Children.</summary>
    Children,

    /// <summary>Labourers bound by a debt.</summary>
    BondedLabourers,

    /// <summary>Workers in households.</summary>
    DomesticWorkers,

    /// <summary>Children taken abroad to race camels.</summary>
    CamelJockeys,

    /// <summary>Nationals of other countries who are taken through this one.</summary>
    TransitingNationals,

    /// <summary>People exploited within the country.</summary>
    InternallyTrafficked,
}
