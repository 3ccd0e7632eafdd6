using System.Globalization;

namespace Rahdari.Bench.Screening;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Options
{
    public const string Usage = """
        usage: bench/screening [quality | calibration | speed | all | names] [options]

          quality             what is found and whom it stops, on the published lists, by kind of variant
          calibration         how often a hit is the person, by the probability told: of mixed travellers, one in a thousand listed
          speed               an invented national list: building, memory, time of a search
          all                 all three (default)
          names               writes the table of common parts of names that Rahdari.Matching weighs by to --out

          --entries N         persons on the national list (default 1000000; three names each on average)
          --travellers N      clean travellers of the quality part (default 100000, for calibration 1000000; the exhaustive peers see 2000 of them)
          --queries N         searches of the speed part (default 10000)
          --per-kind N        searches of each kind in the quality part (default 200)
          --peers none|all    without or with PostgreSQL, Lucene.NET, FuzzySharp and Jaro-Winkler (default all)
          --tune              report the half of the entries meant for tuning, not the half kept for the test
          --plot FILE         draw the calibration (SVG)
          --out FILE          write the tables to a file too
          --help              this
        """;

    /// <summary>True for the quality part.</summary>
    public bool Quality { get; private init; } = true;

    /// <summary>True for the speed part.</summary>
    public bool Speed { get; private init; } = true;

    /// <summary>True for the calibration.</summary>
    public bool Calibration { get; private init; } = true;

    /// <summary>True where the table of common parts of names is to be written, and nothing else done.</summary>
    public bool Names { get; private init; }

    /// <summary>Persons on the national list.</summary>
    public int Entries { get; private init; } = 1_000_000;

    /// <summary>Clean travellers of the quality part.</summary>
    public int Travellers { get; private init; } = 100_000;

    /// <summary>Clean travellers of the calibration.</summary>
    public int CalibratedTravellers { get; private init; } = 1_000_000;

    /// <summary>Searches of the speed part.</summary>
    public int Queries { get; private init; } = 10_000;

    /// <summary>Searches of each kind in the quality part.</summary>
    public int PerKind { get; private init; } = 200;

    /// <summary>True where the peers run too.</summary>
    public bool Peers { get; private init; } = true;

    /// <summary>True where the tuning half is reported.</summary>
    public bool Tune { get; private init; }

    /// <summary>A file for the drawing, or null.</summary>
    public string? Plot { get; private init; }

    /// <summary>A file for the tables, or null.</summary>
    public string? Out { get; private init; }

    /// <summary>Reads the command line; null, and why, where it is wrong.</summary>
    public static Options? Read(string[] args, out string? error)
    {
        error = null;
        var options = new Options();
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : null;
            var changed = args[i] switch
            {
                "quality" => options with { Quality = true, Calibration = false, Speed = false },
                "calibration" => options with { Quality = false, Calibration = true, Speed = false },
                "speed" => options with { Quality = false, Calibration = false, Speed = true },
                "all" => options with { Quality = true, Calibration = true, Speed = true },
                "names" => options with { Names = true },
                "--tune" => options with { Tune = true },
                "--entries" when Number(value) is { } n => options with { Entries = n },
                "--travellers" when Number(value) is { } n => options with { Travellers = n, CalibratedTravellers = n },
                "--queries" when Number(value) is { } n => options with { Queries = n },
                "--per-kind" when Number(value) is { } n => options with { PerKind = n },
                "--peers" when value is "none" or "all" => options with { Peers = value == "all" },
                "--plot" when value is { Length: > 0 } => options with { Plot = value },
                "--out" when value is { Length: > 0 } => options with { Out = value },
                _ => null,
            };
            if (changed is null)
            {
                error = value is null ? $"'{args[i]}' is unknown or lacks its value" : $"'{args[i]} {value}' is unknown or has a wrong value";
                return null;
            }
            options = changed;
            if (args[i].StartsWith("--", StringComparison.Ordinal) && args[i] != "--tune")
                i++;
        }
        return options;
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
