using System.Globalization;
using Rahdari.Border.Screening.Policy;

namespace Rahdari.Node.Console.Watchlists;

/// <summary>A list's rule for a purpose, as typed.</summary>
internal sealed class RuleRow(PolicyRule rule)
{
    public string List => rule.List;

    public ScreeningPurpose Purpose => rule.Purpose;

    public bool IsScreened { get; set; } = rule.IsScreened;

    /// <summary>Per cent.</summary>
    public string Threshold { get; set; } = ((decimal)rule.Threshold * 100).ToString("0.########", CultureInfo.InvariantCulture);

    /// <summary>Bits.</summary>
    public string Weight { get; set; } = ((decimal)rule.Weight).ToString("0.########", CultureInfo.InvariantCulture);

    /// <summary>The rule that was typed; null with the text that is no number.</summary>
    public PolicyRule? Read(out string wrong)
    {
        wrong = "";
        if (Number(Threshold) is not { } threshold)
            wrong = Threshold;
        else if (Number(Weight) is not { } weight)
            wrong = Weight;
        else
            return new PolicyRule(List, Purpose, IsScreened, Math.Round(threshold / 100, 10), weight);
        return null;
    }

    private static double? Number(string text) =>
        double.TryParse(text.Trim().Replace('−', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
