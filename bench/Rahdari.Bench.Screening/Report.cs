using System.Globalization;

namespace Rahdari.Bench.Screening;

/// <summary>Markdown on standard output and, where one was named, in a file; progress on standard error.</summary>
internal sealed class Report : IDisposable
{
    private readonly StreamWriter? file;

    public Report(string? path)
    {
        if (path is not null)
            file = new StreamWriter(path) { NewLine = "\n" };
    }

    /// <summary>A line of the report.</summary>
    public void Line(string text = "")
    {
        Console.Out.WriteLine(text);
        file?.WriteLine(text);
    }

    /// <summary>A table; all columns but the first are numbers.</summary>
    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        Line($"| {string.Join(" | ", head)} |");
        Line($"|---|{string.Concat(Enumerable.Repeat("---:|", head.Count - 1))}");
        foreach (var row in rows)
            Line($"| {string.Join(" | ", row)} |");
        Line();
    }

    /// <summary>What is being done, for whoever waits.</summary>
    public static void Progress(string text) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:HH:mm:ss} {text}"));

    /// <summary>A number as tables write it.</summary>
    public static string Number(double value, int digits = 0) => value.ToString($"N{digits}", CultureInfo.InvariantCulture);

    /// <summary>The value below which a share of the sorted values lie.</summary>
    public static double Percentile(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    public void Dispose() => file?.Dispose();
}
