namespace Rahdari.Border.Retention;

/// <summary>
/// Reads a schedule of retention from a file: <c>{"periods":[{"class":"crossings","months":60,"legalBasis":"…"}]}</c>. Takes any bytes and never throws. Pure; thread-safe.
/// </summary>
public static class RetentionFile
{
    /// <summary>Bytes of the largest file that is read.</summary>
    public const int Largest = 64 * 1024;

    /// <summary>The periods, or the first rule that the file breaks; where it is no such JSON with <c>line</c> and <c>column</c> (both 1-based, the column in bytes).</summary>
    /// <param name="utf8">The file; a mark of the byte order before it does not count.</param>
    public static Answer<IReadOnlyList<RetentionPeriod>> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Largest)
            return BorderRule.RetentionInvalid.Broken("file", ("field", "file"), ("value", $"> {Largest} bytes"));
        if (!StrictJson.TryRead<Document>(StrictJson.Unmarked(utf8), out var document, out var wrong))
            return BorderRule.RetentionMalformed.Broken(wrong.Value.Field, ("field", wrong.Value.Field), ("line", $"{wrong.Value.Line}"), ("column", $"{wrong.Value.Column}"));
        return RetentionCheck.Problem(document.Periods) is { } problem ? problem : new Answer<IReadOnlyList<RetentionPeriod>>(document.Periods);
    }

    private sealed record Document(IReadOnlyList<RetentionPeriod> Periods);
}
