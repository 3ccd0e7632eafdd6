namespace Rahdari.Casework.Shelter.Beds;

/// <summary>For whom a bed is.</summary>
public enum Suitability
{
    /// <summary>Families.</summary>
    Family,

    /// <summary>Women.</summary>
    Women,

    /// <summary>Men.</summary>
    Men,

    /// <summary>Minors alone.</summary>
    Minors,
}
