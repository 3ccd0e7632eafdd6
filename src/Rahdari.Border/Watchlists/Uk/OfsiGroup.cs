using System.Text.RegularExpressions;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Border.Watchlists.Tables;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.Uk;

/// <summary>The lines of ConList.csv that are of one person: each has a name of its own and says the rest again.</summary>
internal sealed partial class OfsiGroup
{
    /// <summary>The column that holds a group's number.</summary>
    public const string Reference = "Group ID";

    private static readonly string[] NameColumns = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"];

    private static readonly string[] AddressColumns = ["Address 1", "Address 2", "Address 3", "Address 4", "Address 5", "Address 6", "Post/Zip Code", "Country"];

    /// <summary>Columns of one name alone, and what the publisher did when.</summary>
    private static readonly string[] Passed = ["Non-Latin Script Type", "Non-Latin Script Language", "Last Updated", "UK Sanctions List Date Designated"];

    private readonly EntryDraft draft;
    private readonly List<(string Text, ListedNameKind Kind)> names = [];

    private OfsiGroup(EntryDraft draft, long line) => (this.draft, Line) = (draft, line);

    /// <summary>Where its first line stands.</summary>
    public long Line { get; }

    /// <summary>True of the line that names the columns.</summary>
    public static bool IsHeader(TableHeader header) => header.Find(Reference) is not null && header.Find("Name 6") is not null && header.Find("Group Type") is not null;

    /// <summary>Adds a line to its group; one that cannot be used is told.</summary>
    public static void Add(Dictionary<string, OfsiGroup> groups, TableHeader header, HeadedRow row, string file, ListErrors errors)
    {
        var line = new Fields(header, row);
        if (line.Take(Reference) is not { Length: > 0 } reference)
        {
            errors.Reject(ListRule.ReferenceMissing.Broken(file, row.Line, 0, Reference));
            return;
        }
        var word = line.Take("Group Type");
        if (UkKinds.Of(word) is not { } kind)
        {
            errors.Reject(ListRule.KindUnknown.Broken(file, row.Line, 0, "Group Type", ("found", word.Length == 0 ? "–" : word)));
            return;
        }
        if (!groups.TryGetValue(reference, out var group))
            groups.Add(reference, group = new OfsiGroup(new EntryDraft(reference, kind), row.Line));
        group.Add(line);
    }

    /// <summary>The entry, or null where no line has a name: the error is told.</summary>
    public WatchlistEntry? ToEntry(string file, ListErrors errors)
    {
        // The primary name may stand on any of the lines.
        foreach (var (index, (text, kind)) in names.OrderBy(n => n.Kind == ListedNameKind.Primary ? 0 : n.Kind == ListedNameKind.OriginalScript ? 2 : 1).Index())
            draft.Name(text, index == 0 ? ListedNameKind.Primary : kind == ListedNameKind.Primary ? ListedNameKind.GoodAlias : kind);
        if (names.Count > 0)
            return draft.ToEntry();
        errors.Reject(ListRule.NameMissing.Broken(file, Line, 0, "Name 6", ("reference", draft.Reference)));
        return null;
    }

    private void Add(Fields line)
    {
        var name = string.Join(' ', NameColumns.Select(line.Take).Where(p => p.Length > 0));
        var (type, quality) = (line.Take("Alias Type"), line.Take("Alias Quality"));
        if (name.Any(char.IsLetterOrDigit))
            names.Add((name, KindOf(type, quality)));
        if (line.Take("Name Non-Latin Script") is { Length: > 0 } original)
            names.Add((original, ListedNameKind.OriginalScript));
        if (line.Take("Regime") is { Length: > 0 } regime)
            draft.Programme = regime;
        var listedOn = line.Take("Listed On");
        draft.ListedOn ??= UkDates.Day(listedOn);
        BirthDate(line.Take("DOB"));
        Places(line.Take("Town of Birth"), line.Take("Country of Birth"));
        Each(line.Take("Nationality"), draft.Nationality);
        Each(line.Take("Passport Number"), number => draft.Document(new ListedDocument("Passport", number, null)));
        Each(line.Take("National Identification Number"), number => draft.Document(new ListedDocument("National identification number", number, null)));
        Each(line.Take("Title"), draft.Designation);
        Each(line.Take("Position"), draft.Designation);
        if (string.Join(", ", AddressColumns.Select(line.Take).Where(p => p.Length > 0)) is { Length: > 0 } address)
            draft.Address(address);
        Array.ForEach(Passed, column => line.Take(column));
        foreach (var rest in line.Rest())
            draft.Remark(rest);
    }

    private static ListedNameKind KindOf(string type, string quality) =>
        type.Equals("Primary name", StringComparison.OrdinalIgnoreCase) ? ListedNameKind.Primary
        : quality.StartsWith("Low", StringComparison.OrdinalIgnoreCase) ? ListedNameKind.LowAlias
        : type.Equals("FKA", StringComparison.OrdinalIgnoreCase) ? ListedNameKind.FormerName : ListedNameKind.GoodAlias;

    private void BirthDate(string text)
    {
        if (text.Length == 0)
            return;
        if ((UkDates.Read(text) is { } date ? new DateSpan(date) : ListDates.Read(text)) is { } read)
            draft.BirthDate(read);
        else
            draft.Remark($"DOB: {text}");
    }

    private void Places(string towns, string countries)
    {
        if (towns.Length + countries.Length > 0)
            draft.BirthPlace(string.Join(", ", new[] { towns, countries }.Where(p => p.Length > 0)));
    }

    /// <summary>Several values in one field are numbered: <c>(1) … (2) …</c>.</summary>
    private static void Each(string field, Action<string> add)
    {
        foreach (var value in Numbered().Split(field).Select(v => v.Trim(' ', '.', ',')).Where(v => v.Length > 0))
            add(value);
    }

    [GeneratedRegex(@"\([1-9][0-9]?\)", RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();

    /// <summary>A line whose fields are taken one by one, so that what is not taken can be told.</summary>
    private sealed class Fields(TableHeader header, HeadedRow row)
    {
        private readonly bool[] taken = new bool[row.Fields.Length];

        public string Take(string column)
        {
            if (header.Find(column) is not { } index)
                return "";
            taken[index] = true;
            return row.Fields[index];
        }

        public IEnumerable<string> Rest() => row.Fields.Index().Where(f => !taken[f.Index] && f.Item.Length > 0).Select(f => $"{header.Names[f.Index]}: {f.Item}");
    }
}
