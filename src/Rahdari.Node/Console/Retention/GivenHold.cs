using System.Globalization;
using Rahdari.Border.Retention;

namespace Rahdari.Node.Console.Retention;

/// <summary>A legal hold as a form gives it.</summary>
public sealed class GivenHold
{
    private static readonly char[] Between = [' ', ',', ';', '\r', '\n', '\t'];

    /// <summary>Keys of travellers, with blanks, commas or lines between.</summary>
    public string? Travellers { get; set; }

    /// <summary>The number of an exit order.</summary>
    public string? ExitOrder { get; set; }

    /// <summary>Who ordered it.</summary>
    public string? Authority { get; set; }

    /// <summary>The authority's reference.</summary>
    public string? Reference { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>What is to be held, or the word that is no key or number.</summary>
    internal HoldTerms? ToTerms(out string? wrong)
    {
        wrong = null;
        var travellers = new List<Guid>();
        foreach (var word in (Travellers ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Guid.TryParse(word, out var id))
                travellers.Add(id);
            else
                wrong ??= word;
        }
        var order = 0;
        if (!string.IsNullOrWhiteSpace(ExitOrder) && !int.TryParse(ExitOrder.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out order))
            wrong ??= ExitOrder;
        return wrong is not null ? null : new HoldTerms(Authority ?? "", Reference ?? "", Reason ?? "") { Travellers = travellers, ExitOrder = order > 0 ? order : null };
    }
}
