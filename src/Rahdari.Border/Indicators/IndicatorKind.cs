namespace Rahdari.Border.Indicators;

/// <summary>Where an indicator shows.</summary>
public enum IndicatorKind
{
    /// <summary>The officer sees or hears it.</summary>
    Observed,

    /// <summary>The documents, or what is told of the journey, say it.</summary>
    Document,

    /// <summary>The records of crossings say it.</summary>
    Record,
}
