namespace Rahdari.Border.Indicators;

/// <summary>The indicators, as published under one number.</summary>
/// <param name="Number">1 for the first; 0 where none were ever published.</param>
/// <param name="Indicators">Each code and each label once.</param>
public sealed record IndicatorSet(int Number, IReadOnlyList<Indicator> Indicators)
{
    /// <summary>None were ever published: nothing is looked for.</summary>
    public static IndicatorSet None { get; } = new(0, []);

    /// <summary>The indicator, or null.</summary>
    public Indicator? Find(string code) => Indicators.FirstOrDefault(indicator => indicator.Code == code);
}
