using System.Security.Cryptography;
using Rahdari.Statistics;

namespace Rahdari.Casework.Funnels;

/// <summary>
/// A breakdown that may leave the authority: every count rounded to a multiple of five, up or down by a secret of the site, so that no victim or accused is found in a small number or in the difference
/// of two tables. The mean of the rounded counts is the count, and the same count of the same cases is rounded the same way whenever it is asked for. The draw is of all cases that the
/// filter lets through: once another is opened it is drawn anew, and a count that did not change may be published otherwise than before. Pure.
/// </summary>
/// <param name="AsOf">The day on which it was counted.</param>
/// <param name="By">The dimension.</param>
/// <param name="Overlaps">True where one case can be in several rows.</param>
/// <param name="Base">What the counts are multiples of.</param>
/// <param name="Columns">What each column counts: unit and step.</param>
/// <param name="Rows">The rows.</param>
public sealed record PublishedFunnel(DateOnly AsOf, FunnelDimension By, bool Overlaps, int Base, IReadOnlyList<PublishedColumn> Columns, IReadOnlyList<PublishedRow> Rows)
{
    private const int RoundedTo = 5;

    private static readonly (PublishedColumn Column, Func<Funnel, long> Count)[] Counted =
    [
        (new("cases", "registered"), f => f.Cases.Registered),
        (new("cases", "withArrest"), f => f.Cases.WithArrest),
        (new("cases", "inCourt"), f => f.Cases.InCourt),
        (new("cases", "withConviction"), f => f.Cases.WithConviction),
        (new("cases", "closedBeforeCourt"), f => f.Cases.ClosedBeforeCourt),
        (new("cases", "compensationOrdered"), f => f.Cases.CompensationOrdered),
        (new("cases", "compensationPaid"), f => f.Cases.CompensationPaid),
        (new("people", "arrested"), f => f.People.Arrested),
        (new("people", "convicted"), f => f.People.Convicted),
        (new("charges", "convicted"), f => f.Charges.Convicted),
        (new("victims", "known"), f => f.Victims.Known),
        (new("victims", "compensationPaid"), f => f.Victims.CompensationPaid),
    ];

    /// <summary>What may leave of a breakdown.</summary>
    /// <param name="breakdown">The counts as they are.</param>
    /// <param name="asOf">The day on which it was counted.</param>
    /// <param name="key">A secret of the site, always the same; at least 16 bytes.</param>
    public static PublishedFunnel Of(FunnelBreakdown breakdown, DateOnly asOf, ReadOnlyMemory<byte> key)
    {
        var rows = breakdown.Rows.Select(row => new PublishedRow(row.Value, [.. Counted.Select(counted => Rounded(row.Cases, counted.Column, counted.Count(row.Funnel), key))]));
        // That there is a row would say that there is a case.
        return new PublishedFunnel(asOf, breakdown.By, breakdown.Overlaps, RoundedTo, [.. Counted.Select(c => c.Column)], [.. rows.Where(row => row.Counts.Any(count => count > 0))]);
    }

    /// <summary>One published count of a row; null where no column counts it.</summary>
    internal static long? Count(FunnelRow row, string unit, string step, ReadOnlyMemory<byte> key) =>
        Counted.FirstOrDefault(counted => counted.Column == new PublishedColumn(unit, step)) is { Count: { } count } found ? Rounded(row.Cases, found.Column, count(row.Funnel), key) : null;

    /// <summary>A count of some cases, rounded the same way by whatever dimension and filter it comes to be asked for: otherwise each way of asking would be another draw.</summary>
    internal static long Rounded(IReadOnlyList<Guid> of, PublishedColumn column, long count, ReadOnlyMemory<byte> key)
    {
        var cases = Convert.ToHexStringLower(SHA256.HashData([.. of.SelectMany(id => id.ToByteArray())]));
        var cell = new Dimension($"{column.Unit} {column.Step}", cases);
        return Disclosure.Round(CountTable.Of([cell], [([cases], count)]), new RoundingPolicy(RoundedTo, key))[cases].Value ?? 0;
    }
}

/// <summary>What a column counts.</summary>
/// <param name="Unit">Cases, people, charges or victims.</param>
/// <param name="Step">The step of the funnel.</param>
public sealed record PublishedColumn(string Unit, string Step);

/// <summary>A row that may leave.</summary>
/// <param name="Value">The value of the dimension.</param>
/// <param name="Counts">The rounded counts, in the order of the columns.</param>
public sealed record PublishedRow(string Value, IReadOnlyList<long> Counts);
