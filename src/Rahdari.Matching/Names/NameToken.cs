namespace Rahdari.Matching.Names;

/// <summary>One part of a name, folded so that spellings can be compared.</summary>
/// <param name="Text">A–Z (or letters of a script without a table), upper case.</param>
/// <param name="Skeleton">How it sounds, roughly: consonants that tell names apart.</param>
/// <param name="IsParticle">An article, honorific or patronymic word: it says little about who someone is.</param>
internal sealed record NameToken(string Text, string Skeleton, bool IsParticle)
{
    /// <summary>The letters of the text.</summary>
    public LetterSet Letters { get; } = LetterSet.Of(Text);

    /// <summary>Its short forms, or what it is short for.</summary>
    public IReadOnlyList<string> OtherForms { get; } = Nicknames.Of(Text);

    /// <summary>The letters of the skeleton.</summary>
    public LetterSet Sounds { get; } = LetterSet.Of(Skeleton);

    /// <summary>What the text is counted and sought by.</summary>
    public ulong Hash { get; } = TokenHash.Of(Text);

    /// <summary>What the skeleton is counted by.</summary>
    public ulong SoundHash { get; } = TokenHash.Of(Skeleton);

    public TokenView View => new(Text, Skeleton, Letters, Sounds);
}
