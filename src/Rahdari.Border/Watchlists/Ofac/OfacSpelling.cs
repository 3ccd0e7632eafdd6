using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.Ofac;

/// <summary>One documented name as the list marks it.</summary>
/// <param name="Text">The name as it is spoken.</param>
/// <param name="Type"><c>Name</c>, <c>A.K.A.</c>, <c>F.K.A.</c> or <c>N.K.A.</c></param>
/// <param name="IsPrimary">Whether it is of the identity's primary alias.</param>
/// <param name="IsWeak">Whether the list calls it of low quality.</param>
/// <param name="IsLatin">Whether it is written in Latin letters.</param>
internal sealed record OfacSpelling(string Text, string Type, bool IsPrimary, bool IsWeak, bool IsLatin)
{
    /// <summary>What it is where it is not the entry's first name.</summary>
    public ListedNameKind Kind =>
        IsWeak ? ListedNameKind.LowAlias
        : !IsLatin ? ListedNameKind.OriginalScript
        : Type == "F.K.A." ? ListedNameKind.FormerName : ListedNameKind.GoodAlias;
}
