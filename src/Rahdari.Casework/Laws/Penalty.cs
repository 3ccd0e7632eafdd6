namespace Rahdari.Casework.Laws;

/// <summary>What a court may impose for one offence.</summary>
public sealed record Penalty
{
    /// <summary>The least term of imprisonment, years; null where there is none.</summary>
    public decimal? PrisonYearsAtLeast { get; init; }

    /// <summary>The longest term of imprisonment, years; null where there is none, or where it may be for life.</summary>
    public decimal? PrisonYearsAtMost { get; init; }

    /// <summary>True where imprisonment may be for life.</summary>
    public bool Life { get; init; }

    /// <summary>True where a fine may be imposed.</summary>
    public bool Fine { get; init; }

    /// <summary>The highest fine, rupees; null where the law names no limit or knows no fine.</summary>
    public decimal? FineAtMost { get; init; }

    /// <summary>True where imprisonment or fine may be imposed alone.</summary>
    public bool EitherOr { get; init; }
}
