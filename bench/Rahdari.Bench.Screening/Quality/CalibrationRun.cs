using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;
using Rahdari.Bench.Screening.Listed;
using Rahdari.Bench.Screening.Names;
using Rahdari.Bench.Screening.Noise;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Quality;

/// <summary>
/// Whether a probability keeps its word: of the hits told one, how many are the person. Clean travellers are mixed with listed ones under noise, by the shares
/// of the kinds, until one traveller in a thousand is listed.
/// </summary>
internal static class CalibrationRun
{
    private const double ListedInThousand = 1;

    /// <summary>From which probability to below which the hits of a row are.</summary>
    private static readonly double[] Limits = [0.01, 0.03, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.99, 0.999, 1.0000001];

    public static void Run(Options options, string folder, NoiseSource source, Report report)
    {
        Report.Progress("reading the published lists");
        var entries = PublishedLists.Read(Path.Combine(folder, "watchlists")).Select(HeldOut.Of).ToList();
        ListedPerson[] listed = [.. entries.Select(e => e.Indexed)];
        var queries = QualityQuery.Of(entries, source, options.Tune, options.PerKind);
        var byLists = Count(Weighing.ByLists(listed), queries, source.Region, options.CalibratedTravellers);
        var byTravellers = Count(Weighing.ByTravellers(listed, source.Region), queries, source.Region, options.CalibratedTravellers);
        report.Line("## Whether a probability keeps its word");
        report.Line();
        report.Line($"{Report.Number(options.CalibratedTravellers)} clean travellers and {Report.Number(queries.Count)} searches for listed persons ({(options.Tune ? "the half for tuning" : "the half kept for the test")}), "
            + "with date of birth, nationality and sex; the latter count by the shares of their kinds as one traveller in a thousand. Hits of whole names that are less probable than a hundredth are left out, and other hits of those searches: both lists name many of the same persons.");
        report.Line();
        report.Table(
            ["probability told", "hits, in a million travellers", "told on average", "are the person", "weighed by travellers' names: hits", "told on average", "are the person"],
            Enumerable.Range(0, Limits.Length - 1).Select(i => (IReadOnlyList<string>)[$"{Percent(Limits[i])} to {Percent(Math.Min(1, Limits[i + 1]))}", .. Cells(byLists[i]), .. Cells(byTravellers[i])]));
        report.Line($"Of listed travellers with date of birth so many are hits: of one in a hundred and more {Percent(Found(byLists, 0.01))}, at even odds and more {Percent(Found(byLists, 0.5))}; "
            + $"weighed by travellers' names {Percent(Found(byTravellers, 0.01))} and {Percent(Found(byTravellers, 0.5))}.");
        report.Line();
        if (options.Plot is { } path)
            Draw(path, [("by lists' names", byLists), ("by travellers' names", byTravellers)]);
    }

    private static Row[] Count(ScreeningIndex index, List<QualityQuery> queries, RegionNames names, int travellers)
    {
        var rows = new Row[Limits.Length - 1];
        Lock counting = new();
        var ofTraveller = 1e6 / travellers;
        Each.Of(travellers, "calibration, travellers", i => Add(index.Search(Travellers.Of(names, i), Limits[0]), null, ofTraveller));
        var ofKind = Enumerable.Range(0, NameNoise.Kinds.Length).Select(k => (Count: queries.Count(q => q.Kind == k), NameNoise.Kinds[k].Share)).ToArray();
        var shares = ofKind.Where(k => k.Count > 0).Sum(k => k.Share);
        Each.Of(queries.Count, "calibration, listed persons", i =>
        {
            var kind = ofKind[queries[i].Kind];
            Add(index.Search(queries[i].Whole, Limits[0]), queries[i].Key, 1e6 * ListedInThousand / 1000 * kind.Share / shares / kind.Count);
        });
        return rows;

        void Add(IReadOnlyList<Hit> hits, string? key, double weight)
        {
            if (hits.Count == 0)
                return;
            lock (counting)
            {
                // Both lists name many persons: who is found on the other is neither right nor wrong.
                foreach (var hit in hits.Where(h => h.Score >= Limits[0] && (key is null || h.Person.Key == key)))
                {
                    ref var row = ref rows[Array.FindLastIndex(Limits, l => l <= hit.Score)];
                    row.Hits += weight;
                    row.Told += weight * hit.Score;
                    row.Right += hit.Person.Key == key ? weight : 0;
                }
            }
        }
    }

    private static double Found(Row[] rows, double from) => rows.Where((_, i) => Limits[i] >= from).Sum(r => r.Right) / (1e6 * ListedInThousand / 1000);

    private static string[] Cells(Row row) =>
        row.Hits == 0 ? ["0", "–", "–"] : [Report.Number(row.Hits), Percent(row.Told / row.Hits), Percent(row.Right / row.Hits)];

    private static string Percent(double share) => $"{Report.Number(100 * share, share is > 0.99 and < 1 ? 2 : share < 0.1 ? 1 : 0)} %";

    /// <summary>In log-odds on both axes, so that one in a hundred is seen as well as ninety-nine.</summary>
    private static void Draw(string path, (string Title, Row[] Rows)[] lines)
    {
        var plot = new PlotModel { Title = "Of the hits told a probability, how many are the person" };
        plot.Axes.Add(Axis(AxisPosition.Bottom, "told"));
        plot.Axes.Add(Axis(AxisPosition.Left, "are the person"));
        plot.Legends.Add(new Legend { LegendPosition = LegendPosition.RightBottom });
        plot.Series.Add(new FunctionSeries(x => x, LogOdds(0.005), LogOdds(0.9998), 2, "as told") { Color = OxyColors.Gray, LineStyle = LineStyle.Dash });
        foreach (var (title, rows) in lines)
        {
            var line = new LineSeries { Title = title, MarkerType = MarkerType.Circle, MarkerSize = 4 };
            line.Points.AddRange(rows.Where(r => r.Right > 0 && r.Right < r.Hits).Select(r => new DataPoint(LogOdds(r.Told / r.Hits), LogOdds(r.Right / r.Hits))));
            plot.Series.Add(line);
        }
        using var file = File.Create(path);
        new SvgExporter { Width = 720, Height = 540 }.Export(plot, file);
    }

    private static LinearAxis Axis(AxisPosition position, string title) => new()
    {
        Position = position,
        Title = title,
        Minimum = LogOdds(0.005),
        Maximum = LogOdds(0.9998),
        MajorGridlineStyle = LineStyle.Dot,
        MajorStep = 2,
        LabelFormatter = x => Percent(1 / (1 + Math.Pow(2, -x))),
    };

    private static double LogOdds(double share) => Math.Log2(share / (1 - share));

    private record struct Row(double Hits, double Told, double Right);
}
