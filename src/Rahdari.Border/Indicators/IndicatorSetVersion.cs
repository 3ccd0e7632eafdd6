namespace Rahdari.Border.Indicators;

/// <summary>A set of indicators as it was published.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Indicators">How many it has.</param>
/// <param name="Reason">Why it was published.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="PublishedBy">The user name.</param>
public sealed record IndicatorSetVersion(int Number, int Indicators, string Reason, DateTimeOffset PublishedAt, string PublishedBy);
