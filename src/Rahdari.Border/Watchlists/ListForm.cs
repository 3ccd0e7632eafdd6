using Rahdari.Border.Watchlists.Reading;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Watchlists;

/// <summary>A form that lists come in: whose, in which files, and how it is read. The command line, the API and the console read by this table.</summary>
/// <param name="Code">The form's short name, which is the list's too where neither a mapping nor who imports it names another: <c>un</c>, <c>csv</c>.</param>
/// <param name="Endings">How the names of its files end, the first that a folder is searched for: <c>.xml</c>.</param>
/// <param name="MostFiles">How many files it may come in.</param>
/// <param name="ReadFiles">Reads the files, one at least; never throws on any bytes.</param>
public sealed record ListForm(string Code, IReadOnlyList<string> Endings, int MostFiles, ListForm.Reader ReadFiles)
{
    /// <summary>Reads the files of a list.</summary>
    /// <param name="files">The files by name.</param>
    /// <param name="progress">Receives the share read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public delegate ListReading Reader(IReadOnlyList<(string Name, Stream Bytes)> files, IProgress<double>? progress, CancellationToken cancellation);

    private delegate ListReading SingleReader(Stream file, string name, IProgress<double>? progress, CancellationToken cancellation);

    /// <summary>True where a list is a file of each ending, and otherwise of one.</summary>
    public bool NeedsEachEnding { get; init; }

    /// <summary>True where several lists come in the form, so that whoever imports one may name it.</summary>
    public bool TakesName { get; init; }

    /// <summary>Every form.</summary>
    public static IReadOnlyList<ListForm> All { get; } =
    [
        Single("un", [".xml"], UnConsolidatedList.Read),
        new("ofac", [".csv", ".xml"], 4, OfacList.Read) { TakesName = true },
        Single("eu", [".xml"], EuFinancialSanctions.Read),
        Single("uk", [".xml"], UkSanctionsList.Read),
        Single("ofsi", [".csv"], OfsiList.Read),
        Single("opensanctions", [".json", ".jsonl"], OpenSanctionsList.Read) with { TakesName = true },
        Single("interpol", [".json"], InterpolNotices.Read) with { TakesName = true },
        Single("ecl", [".csv"], ExitControlList.Read) with { TakesName = true },
        Single("lost", [".csv"], LostDocumentsList.Read) with { TakesName = true },
        new("csv", [".csv", ".json"], 2, TableList.Read) { NeedsEachEnding = true },
    ];

    /// <summary>The short names of all.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(f => f.Code)];

    /// <summary>The form of a short name, or null where there is none.</summary>
    public static ListForm? Find(string code) => All.FirstOrDefault(f => f.Code == code);

    /// <summary>The rule that a name for the list breaks; null where the list may be called so, and where no name is given.</summary>
    /// <param name="name">What whoever imports it calls the list; null or empty for the form's own name.</param>
    public Finding? NameProblem(string? name) =>
        string.IsNullOrEmpty(name) || name == Code || (TakesName && ListName.IsFree(name))
            ? null
            : NotCalled(name, Code);

    /// <summary>That no list in a form may be called so.</summary>
    internal static Finding NotCalled(string name, string form) =>
        BorderRule.WatchlistNameInvalid.Broken("name", ("name", name), ("form", form), ("forms", string.Join(", ", All.Where(f => f.TakesName).Select(f => f.Code))));

    /// <summary>Reads the files of a list; never throws on any bytes.</summary>
    /// <param name="files">The files by name, one at least.</param>
    /// <param name="name">What the list shall be called, by <see cref="NameProblem"/> a name that it may have; null or empty for the form's own name.</param>
    /// <param name="progress">Receives the share read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public ListReading Read(IReadOnlyList<(string Name, Stream Bytes)> files, string? name = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var reading = ReadFiles(files, progress, cancellation);
        PublishedList? Named(PublishedList? list) => list is null ? null : list with { Form = Code, Code = string.IsNullOrEmpty(name) ? list.Code : name };
        return reading with { List = Named(reading.List), Rest = Named(reading.Rest) };
    }

    private static ListForm Single(string code, IReadOnlyList<string> endings, SingleReader read) =>
        new(code, endings, 1, (files, progress, cancellation) => files.Count == 1
            ? read(files[0].Bytes, files[0].Name, progress, cancellation)
            : new ListReading(null, [ListRule.FileSingle.Broken(files.Count == 0 ? "" : files[1].Name, 0, 0, null, ("found", files.Count))]));
}
