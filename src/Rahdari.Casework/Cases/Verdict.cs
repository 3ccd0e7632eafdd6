namespace Rahdari.Casework.Cases;

/// <summary>What a court found of one charge.</summary>
public enum Verdict
{
    /// <summary>Guilty.</summary>
    Convicted,

    /// <summary>Not guilty.</summary>
    Acquitted,

    /// <summary>Let go before the trial ended.</summary>
    Discharged,

    /// <summary>The prosecution took the charge back.</summary>
    Withdrawn,

    /// <summary>The accused died.</summary>
    Abated,

    /// <summary>To be tried again: the charge is open as before.</summary>
    Remanded,
}
