namespace Rahdari.Casework.Funnels;

/// <summary>What a funnel cannot tell.</summary>
public enum FunnelUnknown
{
    /// <summary>Nobody looks for what was never reported: the figures are of cases, not of trafficking.</summary>
    UnreportedTrafficking,

    /// <summary>Some cases have no first information report yet: whether an offence was committed is not known.</summary>
    EnquiriesPending,

    /// <summary>Some registered cases name no accused.</summary>
    CasesWithoutAccused,

    /// <summary>Some registered cases name no victim: how many there are, and what became of them, is not known.</summary>
    CasesWithoutVictim,

    /// <summary>The form of exploitation of some cases is not known.</summary>
    FormUnknown,

    /// <summary>The province of some cases is not known.</summary>
    ProvinceUnknown,

    /// <summary>The sex or the age group of some accused or victims is not known.</summary>
    PeopleUnknown,

    /// <summary>For more than a year nothing was told of some cases that are not closed.</summary>
    SilentCases,

    /// <summary>One person who is accused in several cases is counted in each.</summary>
    SamePersonInSeveralCases,

    /// <summary>When in the year anything happened, and so how long any stage took.</summary>
    DatesInTheYear,

    /// <summary>How the people arrested spread over the cases: one a case is put down, as far as they reach.</summary>
    PeopleACase,

    /// <summary>Whether the convictions reported are people, charges or cases: each is put down as one person, convicted of one charge, in one case.</summary>
    WhatAConvictionIs,

    /// <summary>Whether any compensation was ordered or paid.</summary>
    CompensationNotTold,

    /// <summary>What became of the cases that were not sent to court, and of those in court without a verdict.</summary>
    EndOfTheOthers,
}
