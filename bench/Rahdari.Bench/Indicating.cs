using System.Globalization;
using Rahdari.Border.Indicators;
using Rahdari.Border.Indicators.Simulation;

namespace Rahdari.Bench;

/// <summary>What the sample's indicators find in invented populations with planted cases, and whom they trouble who is ordinary; beside one profile of everybody.</summary>
internal static class Indicating
{
    /// <summary>The limits were chosen on these; of the others nobody looked before they stood.</summary>
    private static readonly int[] Tuned = [1, 2, 3], HeldOut = [101, 102, 103, 104, 105];

    /// <summary>Runs the tuned seeds, then those held out.</summary>
    public static Task RunAsync(TextWriter to) => RunAsync(to, [.. Tuned.Select(seed => (seed, false)), .. HeldOut.Select(seed => (seed, true))]);

    /// <summary>Runs one seed.</summary>
    public static Task RunAsync(TextWriter to, int seed) => RunAsync(to, [(seed, true)]);

    private static async Task RunAsync(TextWriter to, IReadOnlyList<(int Seed, bool IsHeldOut)> seeds)
    {
        var read = IndicatorSetFile.Read(await File.ReadAllBytesAsync(Path.Combine("samples", "indicators", "indicators.json")));
        if (!read.Succeeded)
            throw new InvalidOperationException(read.Problem.ToString());
        foreach (var part in seeds.GroupBy(one => one.IsHeldOut))
        {
            var reports = new List<TrialReport>();
            foreach (var (seed, _) in part)
                reports.Add(await IndicatorTrial.RunAsync(read.Value, seed));
            await to.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"indicating: {(part.Key ? "held-out" : "tuned")} seeds {string.Join(' ', reports.Select(r => r.Seed))}; {reports.Sum(r => r.Crossings)} crossings, {reports.Sum(r => r.Ordinary)} ordinary people, {reports.Sum(r => r.All.Cases)} cases"));
            await to.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"  ordinary crossings asked {reports.Average(r => r.OrdinaryAsked):P2}, referred {reports.Average(r => r.OrdinaryReferred):P2}"));
            await WriteAsync(to, "indicator", reports.Select(r => r.ByIndicator));
            await WriteAsync(to, "pattern", reports.Select(r => r.ByPattern));
            await WriteAsync(to, "group", reports.Select(r => r.ByGroup));
            await WriteAsync(to, "all", reports.Select(r => (IReadOnlyList<TrialFigure>)[r.All, r.Referred, r.Profile]));
        }
    }

    private static async Task WriteAsync(TextWriter to, string title, IEnumerable<IReadOnlyList<TrialFigure>> reports)
    {
        foreach (var of in reports.SelectMany(figures => figures).GroupBy(figure => figure.Name))
        {
            var sum = new TrialFigure(of.Key, of.Sum(f => f.Marked), of.Sum(f => f.MarkedRightly), of.Sum(f => f.Cases), of.Sum(f => f.Found));
            await to.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"  {title,-9} {sum.Name,-28} {Precision(title, sum)}{Recall(sum)}"));
        }
    }

    /// <summary>What is marked of a planted pattern is of one: nothing says how much that is not would have been marked for it.</summary>
    private static string Precision(string title, TrialFigure sum) =>
        title == "pattern" || sum.Precision is not { } share ? "" : string.Create(CultureInfo.InvariantCulture, $"precision {share:0.00} ({sum.MarkedRightly} of {sum.Marked} crossings)  ");

    private static string Recall(TrialFigure sum) => sum.Recall is not { } share ? "" : string.Create(CultureInfo.InvariantCulture, $"recall {share:0.00} ({sum.Found} of {sum.Cases} cases)");
}
