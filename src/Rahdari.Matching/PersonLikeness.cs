namespace Rahdari.Matching;

/// <summary>How two people compare.</summary>
/// <param name="Name">The whole names.</param>
/// <param name="Parts">Each attribute with its log-odds (base 2); the prior is 0.</param>
/// <param name="Alignment">The names, token by token.</param>
public sealed record PersonLikeness(NameLikeness Name, IReadOnlyList<ScorePart> Parts, IReadOnlyList<TokenPair> Alignment)
{
    /// <summary>The part of a kind.</summary>
    public ScorePart this[ScorePartKind kind] => Parts.First(part => part.Kind == kind);
}

/// <summary>How two whole names compare, the likest last.</summary>
public enum NameLikeness
{
    /// <summary>One of them is empty.</summary>
    Unknown,

    /// <summary>No part is alike.</summary>
    Other,

    /// <summary>Some parts are alike and others contradict: kin, or who has married.</summary>
    Part,

    /// <summary>A part is nearly alike: mistyped, or the name of a twin.</summary>
    Near,

    /// <summary>Alike as far as both go; one has more parts.</summary>
    LeftOut,

    /// <summary>Every part sounds the same; some are spelt otherwise.</summary>
    SpeltOtherwise,

    /// <summary>The same.</summary>
    Same,
}
