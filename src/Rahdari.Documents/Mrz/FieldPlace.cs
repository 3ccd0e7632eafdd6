namespace Rahdari.Documents.Mrz;

/// <summary>Where a field stands in a zone.</summary>
/// <param name="Line">0-based line.</param>
/// <param name="Start">0-based column.</param>
/// <param name="Length">Characters.</param>
internal readonly record struct FieldPlace(int Line, int Start, int Length)
{
    public string In(IReadOnlyList<string> lines) => lines[Line].Substring(Start, Length);
}
