namespace Rahdari.Border.Stays;

/// <summary>Which stays are listed.</summary>
public enum StayListing
{
    /// <summary>Aliens who are in the country, the latest entry first.</summary>
    InCountry,

    /// <summary>Who is in the country past the last permitted day, extensions counted; the earliest day granted on entry first.</summary>
    Overstayed,

    /// <summary>Who entered again without an exit between: when they left was not recorded, or is on its way from an offline port; entries of the last year, the latest first.</summary>
    ExitMissing,
}
