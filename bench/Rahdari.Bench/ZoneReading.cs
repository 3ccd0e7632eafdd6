using System.Globalization;
using OpenCvSharp;
using Rahdari.Imaging;
using Rahdari.Imaging.Tests.Captures;

namespace Rahdari.Bench;

/// <summary>How well zones are read from pictures: the page docs/measurements/zone-reading.md.</summary>
internal static class ZoneReading
{
    /// <summary>Numbers far from those that trained the network, and from those that anything was tried on.</summary>
    private const int FirstSeed = 2_000_000;

    /// <summary>Where <c>RAHDARI_KEEP</c> names a folder, the pictures that were read wrong are kept there.</summary>
    private static readonly string? Keep = Environment.GetEnvironmentVariable("RAHDARI_KEEP");

    public static async Task RunAsync(TextWriter to, int count)
    {
        Cv2.SetNumThreads(1);
        var tools = ImageTools.OfMachine with { BarcodeReader = null, Limit = TimeSpan.FromMinutes(1) };
        (string Name, Func<Random, Capture> Kind)[] kinds = [("scanner", Capture.Scanner), ("phone", Capture.Phone)];
        to.WriteLine("# Zones read from pictures");
        to.WriteLine();
        to.WriteLine($"`dotnet run --project bench/Rahdari.Bench -c Release -- zones {count} > docs/measurements/zone-reading.md`");
        to.WriteLine();
        to.WriteLine("Pages of invented documents (TD3, TD1, TD2, MRV-A, MRV-B by turns) drawn in OCR-B and taken under a seeded model of");
        to.WriteLine("resolution, rotation, skew, perspective, defocus, movement, noise, uneven light, shadow, reflection and JPEG: `Captures/Capture.cs`");
        to.WriteLine("in `tests/Rahdari.Imaging.Tests`. Every other five are in a cut of the font with square stroke ends that the network was not");
        to.WriteLine("trained on. Drawn pages are not real ones: the figures compare versions of this code, they promise nothing of a counter.");
        to.WriteLine();
        to.WriteLine("| pictures | number | no zone found | exact where check digits cover | of the unseen cut | exact everywhere | wrong characters that neither a finding nor a check digit tells of | uncertain places told of, a picture |");
        to.WriteLine("|---|---|---|---|---|---|---|---|");
        var confusions = new Dictionary<(char Drawn, char Read), int>();
        foreach (var (name, kind) in kinds)
        {
            var trials = new ZoneTrial[count];
            await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, _) =>
            {
                trials[i] = await ZoneTrial.RunAsync(FirstSeed + i, kind, tools);
                if (Keep is { } folder && (!trials[i].IsExact || trials[i].Silent().Any()))
                    await KeepAsync(folder, $"{name}-{FirstSeed + i}", kind, trials[i], FirstSeed + i);
            });
            var unseen = trials.Where((_, i) => (FirstSeed + i) / ZoneTrial.Formats.Length % 2 == 1).ToArray();
            to.WriteLine($"| {name} | {count} | {trials.Count(t => t.Read is null)} | {Share(trials.Count(t => t.IsExactWhereChecked), count)} | {Share(unseen.Count(t => t.IsExactWhereChecked), unseen.Length)} | {Share(trials.Count(t => t.IsExact), count)} | {trials.Sum(t => t.Silent().Count())} in {trials.Count(t => t.Silent().Any())} pictures | {trials.Average(t => t.Reading.Findings.Count(f => f.Evidence.ContainsKey("column"))).ToString("F2", CultureInfo.InvariantCulture)} |");
            foreach (var trial in trials)
            {
                foreach (var (line, column) in trial.Wrong())
                {
                    var pair = (trial.Truth[line][column], trial.Read![line][column]);
                    confusions[pair] = confusions.GetValueOrDefault(pair) + 1;
                }
            }
        }
        to.WriteLine();
        to.WriteLine("Characters read wrong in both kinds together, drawn → read:");
        to.WriteLine();
        to.WriteLine("| drawn | read | times |");
        to.WriteLine("|---|---|---|");
        foreach (var ((drawn, read), times) in confusions.OrderByDescending(c => c.Value).ThenBy(c => c.Key))
            to.WriteLine($"| `{drawn}` | `{read}` | {times} |");
    }

    private static string Share(int part, int of) => (100.0 * part / Math.Max(1, of)).ToString("F1", CultureInfo.InvariantCulture) + " %";

    private static async Task KeepAsync(string folder, string name, Func<Random, Capture> kind, ZoneTrial trial, int seed)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, name + ".jpg"), ZoneTrial.Make(seed, kind).File);
        var lines = trial.Truth.Concat(trial.Reading.Zone?.Lines ?? ["no zone"]).Concat(trial.Reading.Findings.Select(f => f.Code + " " + string.Join(' ', f.Evidence.Values)));
        await File.WriteAllLinesAsync(Path.Combine(folder, name + ".txt"), lines.Append($"silent: {string.Join(' ', trial.Silent())}"));
    }
}
