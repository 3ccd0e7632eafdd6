namespace Rahdari.Statistics;

/// <summary>What counts are broken down by.</summary>
/// <param name="Name">Its name, the same in every table of the same data: <c>district</c>.</param>
/// <param name="Categories">Its categories, each once; a person falls into exactly one.</param>
public sealed record Dimension(string Name, IReadOnlyList<string> Categories)
{
    /// <summary>A dimension of categories.</summary>
    public Dimension(string name, params ReadOnlySpan<string> categories)
        : this(name, (IReadOnlyList<string>)categories.ToArray())
    {
    }
}
