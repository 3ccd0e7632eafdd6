namespace Rahdari.Border.Watchlists.Ofac;

/// <summary>One line of a table.</summary>
/// <param name="Kind">The table.</param>
/// <param name="File">The file's name.</param>
/// <param name="Line">1-based.</param>
/// <param name="Fields">As many as the table has columns; null where the list writes <c>-0-</c> or nothing.</param>
internal sealed record OfacRow(OfacFile Kind, string File, long Line, string?[] Fields)
{
    /// <summary>The field of a column.</summary>
    public string? this[string column] => Fields[Array.IndexOf(Kind.Columns, column)];

    /// <summary>The entry's number: the first column of every table.</summary>
    public string? Reference => Fields[0];
}
