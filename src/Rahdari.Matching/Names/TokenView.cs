namespace Rahdari.Matching.Names;

/// <summary>A token where its letters stand, without a copy of them.</summary>
internal readonly ref struct TokenView(ReadOnlySpan<char> text, ReadOnlySpan<char> skeleton, LetterSet letters, LetterSet sounds)
{
    public readonly ReadOnlySpan<char> Text = text;

    /// <summary>As <see cref="NameToken.Skeleton"/>.</summary>
    public readonly ReadOnlySpan<char> Skeleton = skeleton;

    /// <summary>The letters of the text.</summary>
    public readonly LetterSet Letters = letters;

    /// <summary>The letters of the skeleton.</summary>
    public readonly LetterSet Sounds = sounds;
}
