namespace Rahdari.Fuzz.Tests;

/// <summary>A parser that takes any bytes.</summary>
/// <param name="Name">What it reads.</param>
/// <param name="Seeds">Inputs in order.</param>
/// <param name="Read">Reads an input; true where it was taken for one in order.</param>
internal sealed record FuzzTarget(string Name, IReadOnlyList<byte[]> Seeds, Func<byte[], bool> Read)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
