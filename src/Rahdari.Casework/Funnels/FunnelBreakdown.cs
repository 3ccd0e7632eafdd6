using Rahdari.Casework.Cases;
using Rahdari.Casework.Laws;

namespace Rahdari.Casework.Funnels;

/// <summary>What a funnel is told apart by.</summary>
public enum FunnelDimension
{
#pragma warning disable CS1591 // The names are those of the filter.
    Year,
    Law,
    Section,
    Circle,
    Province,
    Form,
    CrossBorder,
    VictimSex,
    VictimAge,
    AccusedSex,
#pragma warning restore CS1591
}

/// <summary>One funnel for each value of a dimension.</summary>
/// <param name="By">The dimension.</param>
/// <param name="Overlaps">True where one case can be in several rows, so that rows do not add up to the whole: by section, form, sex and age group.</param>
/// <param name="Rows">The funnels, each under the value that its filter names, in the order of the values.</param>
public sealed record FunnelBreakdown(FunnelDimension By, bool Overlaps, IReadOnlyList<FunnelRow> Rows)
{
    /// <summary>The funnels of those cases that the filter lets through, told apart.</summary>
    public static FunnelBreakdown Of(IReadOnlyList<CaseState> cases, FunnelFilter filter, FunnelDimension by, LawBook laws, DateOnly today)
    {
        var chosen = cases.Where(filter.Takes).ToList();
        var rows = chosen.SelectMany(c => Values(c, filter, by)).Distinct().OrderBy(value => value.Text, StringComparer.Ordinal)
            .Select(value => new FunnelRow(value.Text, FunnelCount.Of(chosen, value.Filter, laws, today)) { Cases = [.. chosen.Where(value.Filter.Takes).Select(c => c.Id).Order()] });
        return new FunnelBreakdown(by, by is FunnelDimension.Section or FunnelDimension.Form or FunnelDimension.VictimSex or FunnelDimension.VictimAge or FunnelDimension.AccusedSex, [.. rows]);
    }

    private static IEnumerable<(string Text, FunnelFilter Filter)> Values(CaseState c, FunnelFilter f, FunnelDimension by) => by switch
    {
        FunnelDimension.Year => [ByYear(f, (c.RegisteredOn ?? c.Stages[0].On).Year)],
        FunnelDimension.Law => [(c.Law, f with { Law = c.Law })],
        FunnelDimension.Section => c.Offences.Where(o => o.DroppedOn is null).Select(o => ($"{o.Law} {o.Section}", f with { Section = $"{o.Law} {o.Section}" })),
        FunnelDimension.Circle => [(c.Circle, f with { Circle = c.Circle })],
        FunnelDimension.Province => [(c.Province, f with { Province = c.Province })],
        FunnelDimension.Form => c.Forms.Select(form => ($"{form}", f with { Form = form })),
        FunnelDimension.CrossBorder => [(c.IsCrossBorder ? "CrossBorder" : "Internal", f with { IsCrossBorder = c.IsCrossBorder })],
        FunnelDimension.VictimSex => c.Victims.Where(f.Takes).Select(v => ($"{v.Sex}", f with { VictimSex = v.Sex })),
        FunnelDimension.VictimAge => c.Victims.Where(f.Takes).Select(v => ($"{v.AgeGroup}", f with { VictimAge = v.AgeGroup })),
        FunnelDimension.AccusedSex => c.Accused.Where(f.Takes).Select(a => ($"{a.Sex}", f with { AccusedSex = a.Sex })),
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    private static (string, FunnelFilter) ByYear(FunnelFilter filter, int year) => ($"{year}", filter with { Year = year });
}

/// <summary>A funnel under one value.</summary>
/// <param name="Value">The value.</param>
/// <param name="Funnel">The funnel.</param>
public sealed record FunnelRow(string Value, Funnel Funnel)
{
    /// <summary>Which cases it counts.</summary>
    internal IReadOnlyList<Guid> Cases { get; init; } = [];

    /// <summary>In how many of them anything was paid to a victim.</summary>
    internal int Paid { get; init; }

    /// <summary>How many of them left each stage; one that was there twice counts once.</summary>
    internal IReadOnlyDictionary<CaseStage, int> Left { get; init; } = new Dictionary<CaseStage, int>();
}
