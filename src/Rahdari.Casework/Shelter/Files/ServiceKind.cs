namespace Rahdari.Casework.Shelter.Files;

/// <summary>What help there is.</summary>
public enum ServiceKind
{
#pragma warning disable CS1591 // The names are those of the field.
    Shelter,
    Medical,
    Psychological,
    Legal,
    Interpretation,
    Education,
    Livelihood,
    FamilyTracing,
    Return,
    Reintegration,
    MaterialAid,
    Other,
#pragma warning restore CS1591
}

/// <summary>How soon.</summary>
public enum Urgency
{
    /// <summary>At once.</summary>
    AtOnce,

    /// <summary>Within a week.</summary>
    Soon,

    /// <summary>In the plan's time.</summary>
    Later,
}

/// <summary>What threatens a victim.</summary>
public enum RiskKind
{
#pragma warning disable CS1591 // The names are those of the field.
    Retaliation,
    RetraffickingByFamily,
    Retrafficking,
    SelfHarm,
    Health,
    Homelessness,
    Detention,
    Debt,
    Stigma,
    Other,
#pragma warning restore CS1591
}

/// <summary>How high a risk is.</summary>
public enum RiskLevel
{
    /// <summary>Low.</summary>
    Low,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>High.</summary>
    High,
}
