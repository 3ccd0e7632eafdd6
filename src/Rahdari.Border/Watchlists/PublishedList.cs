using Rahdari.Documents.Findings;

namespace Rahdari.Border.Watchlists;

/// <summary>A whole list as published in its files, read and checked, not yet stored.</summary>
/// <param name="Code">The list's short name: <c>un</c>, <c>ofac</c>, <c>national-wanted</c>.</param>
/// <param name="PublishedAt">When its publisher made it, where the files say.</param>
/// <param name="Entries">Every entry, references unique.</param>
public sealed record PublishedList(string Code, DateTimeOffset? PublishedAt, IReadOnlyList<WatchlistEntry> Entries)
{
    /// <summary>The <see cref="ListForm"/> that the files came in; null where it came in none.</summary>
    public string? Form { get; init; }

    /// <summary>True where references are numbers that the publisher counts upwards: of two lists that with the lower highest number is older.</summary>
    public bool NumbersRise { get; init; }

    /// <summary>How many entries and rows of the files were left out because they could not be used.</summary>
    public int Rejected { get; init; }
}

/// <summary>Why a list's files cannot be used: which rule was broken, and where.</summary>
/// <param name="Problem">The rule, the element or column, and what was found; its sentence is told by <see cref="BorderSentences"/>.</param>
/// <param name="File">The file's name.</param>
/// <param name="Line">1-based; 0 where the file as a whole is meant.</param>
/// <param name="Column">1-based; 0 where unknown.</param>
public sealed record ListError(Finding Problem, string File, long Line, long Column)
{
    /// <summary>The rule: <c>LIST_XML_MALFORMED</c>, <c>LIST_CSV_FIELD_COUNT</c>.</summary>
    public string Code => Problem.Code;

    /// <summary>The element or column, or null.</summary>
    public string? Field => Problem.Field;

    /// <summary>Where, as far as known: <c>list.xml</c>, <c>list.csv:3</c>, <c>list.xml:12:7</c>.</summary>
    public string Place => Line == 0 ? File : Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}

/// <summary>The result of reading a list: the list, or the errors that forbid its use; never both.</summary>
/// <param name="List">The list, or null.</param>
/// <param name="Errors">Empty where the list is usable.</param>
public sealed record ListReading(PublishedList? List, IReadOnlyList<ListError> Errors)
{
    /// <summary>
    /// The list without the entries and rows that the errors are of, where they are of single ones alone; otherwise null. Whoever
    /// left somebody out of a list must have seen whom: it is used where its reader says so, and never by itself.
    /// </summary>
    public PublishedList? Rest { get; init; }

    /// <summary>The list to bring into force: the whole one, or where rejects are allowed the rest of it; null where there is none.</summary>
    /// <param name="allowRejects">Whether entries that cannot be used may be left out.</param>
    public PublishedList? Usable(bool allowRejects) => List ?? (allowRejects ? Rest : null);
}
