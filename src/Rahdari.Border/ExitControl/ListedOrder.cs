using Rahdari.Documents.Findings;

namespace Rahdari.Border.ExitControl;

/// <summary>
/// What an entry of a list says of the order behind it: it bars leaving, and nothing else. An entry with an order alerts on exit alone, and only
/// while the order is in force.
/// </summary>
public sealed record ListedOrder
{
    /// <summary>What it is.</summary>
    public ExitOrderKind Kind { get; init; } = ExitOrderKind.ExitControlList;

    /// <summary>What the officer is to do.</summary>
    public ExitInstruction Instruction { get; init; }

    /// <summary>The law that it rests on: a section of an Act; empty where the list does not say.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>Who ordered it; empty where the list does not say.</summary>
    public string Authority { get; init; } = "";

    /// <summary>The authority's own reference; empty where the list does not say.</summary>
    public string AuthorityReference { get; init; } = "";

    /// <summary>The first day, at the port, on which it bars leaving; null where it always has.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day, at the port; null where it is open.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>True where it is in force on a day.</summary>
    public bool IsInForce(DateOnly day) => !(ValidFrom > day) && !(ValidTo < day);

    /// <summary>A rule with what an officer must be told of the order.</summary>
    internal Finding Told(BorderRule rule, string entry, string name, string score) => rule.Broken(
        null,
        ("entry", entry),
        ("name", name),
        ("score", score),
        ("authority", Shown(Authority)),
        ("reference", Shown(AuthorityReference)),
        ("legalBasis", Shown(LegalBasis)),
        ("from", ValidFrom is { } from ? $"{from:yyyy-MM-dd}" : "–"),
        ("to", ValidTo is { } to ? $"{to:yyyy-MM-dd}" : "–"));

    private static string Shown(string text) => text.Length == 0 ? "–" : text;
}
