namespace Rahdari.Matching;

/// <summary>One name of a listed person, in any script.</summary>
/// <param name="Text">The name as the list writes it.</param>
/// <param name="Kind">What the list calls it.</param>
public sealed record ListedName(string Text, ListedNameKind Kind);

/// <summary>What a list calls a name. Lists mark aliases that they consider weak; those weigh less.</summary>
public enum ListedNameKind
{
    /// <summary>The primary name.</summary>
    Primary,

    /// <summary>The name in its original script.</summary>
    OriginalScript,

    /// <summary>An alias that the list considers good (UN: Good; OFAC: strong a.k.a.).</summary>
    GoodAlias,

    /// <summary>A former name (OFAC: f.k.a.).</summary>
    FormerName,

    /// <summary>An alias that the list considers weak (UN: Low; OFAC: weak a.k.a., in quotation marks).</summary>
    LowAlias,
}
