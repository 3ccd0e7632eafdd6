using Rahdari.Casework.Laws;

namespace Rahdari.Casework.Cases;

/// <summary>A time limit that runs, or ran, in a case.</summary>
/// <param name="Code">The limit, as the procedure names it.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Source">Where the law says so.</param>
/// <param name="Subject">Of whom or of which order; null for the case.</param>
/// <param name="Since">The day that it runs from.</param>
/// <param name="Due">The last day.</param>
/// <param name="MetOn">The day on which it was done, or null.</param>
/// <param name="Lapses">True for a right that ends with the time; false for a duty, which is overdue then.</param>
public sealed record CaseLimit(string Code, BothLanguages Title, string Source, string? Subject, DateOnly Since, DateOnly Due, DateOnly? MetOn, bool Lapses)
{
    /// <summary>True where it is a duty that was not done in time and is not done yet.</summary>
    public bool IsOverdue(DateOnly today) => !Lapses && MetOn is null && today > Due;

    /// <summary>The limits of a case, those first that end first. Each runs from the last time that its beginning was marked.</summary>
    public static IReadOnlyList<CaseLimit> Of(CaseState state, Procedure procedure) =>
    [
        .. from limit in procedure.TimeLimits
           from begun in state.Marks.Where(mark => mark.Kind == limit.From).GroupBy(mark => limit.Each == LimitSubject.Case ? null : mark.Subject)
           let since = begun.Max(mark => mark.On)
           let ends = state.Marks.Where(mark => limit.Until.Contains(mark.Kind) && (begun.Key is null || mark.Subject is null || mark.Subject == begun.Key) && mark.On >= since)
           let met = ends.Any() ? ends.Min(mark => mark.On) : (DateOnly?)null
           let due = since.AddDays(limit.Days)
           orderby due
           select new CaseLimit(limit.Code, limit.Title, limit.Source, begun.Key, since, due, met, limit.Lapses),
    ];
}
