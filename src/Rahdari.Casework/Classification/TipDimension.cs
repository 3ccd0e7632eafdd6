namespace Rahdari.Casework.Classification;

/// <summary>What statistics of trafficking in persons are broken down by.</summary>
public enum TipDimension
{
    /// <summary>What was done: recruitment, transportation, transfer, harbouring, receipt.</summary>
    Act,

    /// <summary>By what means.</summary>
    Means,

    /// <summary>For which exploitation.</summary>
    Exploitation,

    /// <summary>The sex of a person.</summary>
    Sex,

    /// <summary>The age of a person, in years.</summary>
    AgeGroup,

    /// <summary>How the victim knew the perpetrator.</summary>
    Relation,

    /// <summary>How the victim was recruited.</summary>
    Recruitment,

    /// <summary>Whether the person is a presumed or an identified victim.</summary>
    Identification,

    /// <summary>Who decided that.</summary>
    Decision,

    /// <summary>The stage of the trafficking.</summary>
    Stage,

    /// <summary>What a perpetrator did.</summary>
    Role,

    /// <summary>How far the support of the victim is.</summary>
    Support,

    /// <summary>The industry of forced labour.</summary>
    Industry,

    /// <summary>The kind of sexual exploitation.</summary>
    SexualExploitation,
}
