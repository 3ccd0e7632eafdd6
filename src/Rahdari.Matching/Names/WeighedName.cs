namespace Rahdari.Matching.Names;

/// <summary>The tokens of a name, and what each proves.</summary>
/// <param name="Tokens">In order.</param>
/// <param name="Bits">Of each token, how improbable it is to meet it by chance.</param>
internal sealed record WeighedName(IReadOnlyList<NameToken> Tokens, double[] Bits)
{
    /// <summary>The number of tokens.</summary>
    public int Count => Tokens.Count;

    /// <summary>The number of tokens that tell, without particles.</summary>
    public int Parts { get; } = Tokens.Count(t => !t.IsParticle);

    /// <summary>The number of tokens of one letter: they stand for any that begins with it.</summary>
    public int Initials { get; } = Tokens.Count(t => t.Text.Length == 1);

    /// <summary>A token.</summary>
    public NameToken this[int at] => Tokens[at];
}
