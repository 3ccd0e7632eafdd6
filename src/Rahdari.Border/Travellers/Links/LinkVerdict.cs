using Rahdari.Documents.Findings;

namespace Rahdari.Border.Travellers.Links;

/// <summary>Whether two identities are one person's, with all that says so and all that speaks against.</summary>
/// <param name="Strength">How sure that is.</param>
/// <param name="IsByNumber">True where a number that only one person has carries it.</param>
/// <param name="Evidence">What agrees (information) and what contradicts (warning), each with both values as <c>one</c> and <c>other</c>.</param>
public sealed record LinkVerdict(LinkStrength Strength, bool IsByNumber, IReadOnlyList<Finding> Evidence);

/// <summary>How sure it is that two identities are one person's.</summary>
public enum LinkStrength
{
    /// <summary>They are two people's, as far as can be told.</summary>
    None,

    /// <summary>They may be one person's: somebody must look.</summary>
    Weak,

    /// <summary>They are one person's.</summary>
    Strong,
}
