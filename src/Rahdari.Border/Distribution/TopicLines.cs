namespace Rahdari.Border.Distribution;

/// <summary>
/// An update unpacked: lines of UTF-8. The first says which version it makes; then <c>+</c> and a row as JSON that the version has (anew), or <c>-</c> and the key of one that it no longer has.
/// </summary>
/// <param name="From">The version that it follows; 0 for a snapshot.</param>
/// <param name="Lines">The lines without their ends; read as they are taken.</param>
internal sealed record TopicLines(long From, IAsyncEnumerable<string> Lines)
{
    public const char Come = '+';

    public const char Gone = '-';
}
