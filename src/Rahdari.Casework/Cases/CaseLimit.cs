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
           from begun in state.Marks.Where(mark => mark.Kind == limit.From && Is(mark, limit.OnlyFrom)).GroupBy(mark => limit.Each == LimitSubject.Case ? null : mark.Subject)
           let since = begun.Max(mark => mark.On)
           let ends = state.Marks.Where(mark => limit.Until.Contains(mark.Kind) && Is(mark, limit.OnlyUntil) && Ends(state, mark, begun.Key, since))
           let met = ends.Any() ? ends.Min(mark => mark.On) : (DateOnly?)null
           let due = since.AddDays(limit.Days)
           orderby due
           select new CaseLimit(limit.Code, limit.Title, limit.Source, begun.Key, since, due, met < since ? since : met, limit.Lapses),
    ];

    private static bool Is(Mark mark, IReadOnlyList<string>? words) => words is null || mark.Word is null || words.Contains(mark.Word);

    /// <summary>True where a mark ends what runs for a subject: of that subject, or of the whole case, which also ends what begins later. What was closed ends nothing once it is open again.</summary>
    private static bool Ends(CaseState state, Mark mark, string? subject, DateOnly since)
    {
        if (mark.Kind == CaseEventKind.Closed && state.Stage != CaseStage.Closed)
            return false;
        var isOfTheCase = mark.Subject is null && subject is not null;
        return (isOfTheCase || mark.Subject is null || subject is null || mark.Subject == subject) && (isOfTheCase || mark.On >= since);
    }
}
