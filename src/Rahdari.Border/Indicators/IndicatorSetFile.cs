namespace Rahdari.Border.Indicators;

/// <summary>Reads indicators from a file: <c>{"indicators":[…]}</c>, with the properties of <see cref="Indicator"/>. Takes any bytes and never throws. Pure; thread-safe.</summary>
public static class IndicatorSetFile
{
    /// <summary>Bytes of the largest file that is read.</summary>
    public const int Largest = 1024 * 1024;

    /// <summary>The indicators, or the first rule that the file breaks, with <c>line</c> and <c>column</c> (both 1-based, the column in bytes) in its evidence.</summary>
    /// <param name="utf8">The file; a mark of the byte order before it does not count.</param>
    public static Answer<IReadOnlyList<Indicator>> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Largest)
            return BorderRule.IndicatorsInvalid.Broken("file", ("field", "file"), ("value", $"> {Largest} bytes"), ("line", "1"), ("column", "1"));
        utf8 = StrictJson.Unmarked(utf8);
        if (!StrictJson.TryRead<Document>(utf8, out var document, out var wrong))
            return BorderRule.IndicatorsMalformed.Broken(wrong.Value.Field, ("field", wrong.Value.Field), ("line", $"{wrong.Value.Line}"), ("column", $"{wrong.Value.Column}"));
        return IndicatorSetCheck.Problem(document.Indicators) is { } problem ? StrictJson.Placed(problem, utf8, "indicators") : new Answer<IReadOnlyList<Indicator>>(document.Indicators);
    }

    private sealed record Document(IReadOnlyList<Indicator> Indicators);
}
