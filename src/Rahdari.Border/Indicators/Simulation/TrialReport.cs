namespace Rahdari.Border.Indicators.Simulation;

/// <summary>What a set of indicators found in an invented population.</summary>
/// <param name="Seed">Of the population.</param>
/// <param name="Crossings">How many crossings it has.</param>
/// <param name="Ordinary">How many people who belong to no case.</param>
/// <param name="ByIndicator">What each indicator marked in a search of the record: its precision; an indicator is not asked to find every case.</param>
/// <param name="ByPattern">Of each planted pattern how many cases any indicator marked: its recall.</param>
/// <param name="ByGroup">What the indicators of a group marked, and how many cases of it.</param>
/// <param name="All">All indicators and all cases.</param>
/// <param name="Referred">What the counter would refer.</param>
/// <param name="Profile">For comparison one profile of everybody: a first journey, one way, paid by another.</param>
/// <param name="OrdinaryAsked">The share of ordinary travellers' crossings at which a question would be asked.</param>
/// <param name="OrdinaryReferred">The share at which a referral would be advised.</param>
public sealed record TrialReport(
    int Seed,
    int Crossings,
    int Ordinary,
    IReadOnlyList<TrialFigure> ByIndicator,
    IReadOnlyList<TrialFigure> ByPattern,
    IReadOnlyList<TrialFigure> ByGroup,
    TrialFigure All,
    TrialFigure Referred,
    TrialFigure Profile,
    double OrdinaryAsked,
    double OrdinaryReferred);

/// <summary>Precision over crossings, recall over cases.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Marked">Crossings that were marked.</param>
/// <param name="MarkedRightly">Those of planted cases.</param>
/// <param name="Cases">Cases that were planted.</param>
/// <param name="Found">Those of which at least one crossing was marked.</param>
public sealed record TrialFigure(string Name, int Marked, int MarkedRightly, int Cases, int Found)
{
    /// <summary>0 to 1; null where nothing was marked.</summary>
    public double? Precision => Marked == 0 ? null : (double)MarkedRightly / Marked;

    /// <summary>0 to 1; null where no case was planted.</summary>
    public double? Recall => Cases == 0 ? null : (double)Found / Cases;
}
