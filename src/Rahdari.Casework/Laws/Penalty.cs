namespace Rahdari.Casework.Laws;

/// <summary>What a court may impose for one offence.</summary>
/// <param name="PrisonYearsAtLeast">The least term of imprisonment, years; null where there is none.</param>
/// <param name="PrisonYearsAtMost">The longest term of imprisonment, years; null where there is none or it is for life.</param>
/// <param name="Life">True where imprisonment may be for life.</param>
/// <param name="FineAtMost">The highest fine, rupees; null where the law names no limit or knows no fine.</param>
/// <param name="Fine">True where a fine may be imposed.</param>
/// <param name="EitherOr">True where imprisonment or fine may be imposed alone.</param>
public sealed record Penalty(decimal? PrisonYearsAtLeast, decimal? PrisonYearsAtMost, bool Life, decimal? FineAtMost, bool Fine, bool EitherOr);
