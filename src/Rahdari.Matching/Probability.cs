using System.Globalization;

namespace Rahdari.Matching;

/// <summary>A score as people read it.</summary>
public static class Probability
{
    private const double Least = 0.001;
    private const int MostDecimals = 12;

    /// <summary>Per cent, with a decimal where it is small: 97 %, 3.2 %, &lt; 0.1 %. Numbers are written as everywhere in a file or on a screen of this project, whatever the language.</summary>
    public static string Shown(double score) =>
        score < Least ? $"< {Least.ToString("P1", CultureInfo.InvariantCulture)}" : score.ToString(score < 0.1 ? "P1" : "P0", CultureInfo.InvariantCulture);

    /// <summary>Two scores, each with as many decimals as it takes to tell them apart.</summary>
    public static (string One, string Other) Shown(double one, double other)
    {
        var (shown, beside) = (Shown(one), Shown(other));
        for (var decimals = 1; shown == beside && one != other && decimals <= MostDecimals; decimals++)
            (shown, beside) = (one.ToString($"P{decimals}", CultureInfo.InvariantCulture), other.ToString($"P{decimals}", CultureInfo.InvariantCulture));
        return (shown, beside);
    }
}
