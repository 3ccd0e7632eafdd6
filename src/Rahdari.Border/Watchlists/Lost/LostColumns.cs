using Rahdari.Border.Watchlists.Reading;
using Rahdari.Border.Watchlists.Tables;

namespace Rahdari.Border.Watchlists.Lost;

/// <summary>Where the parts of a report stand in a table.</summary>
internal sealed class LostColumns(TableHeader header)
{
    /// <summary>What the columns that every table needs are called; the first that it has counts.</summary>
    private static readonly Dictionary<string, string[]> Needed = new(StringComparer.Ordinal)
    {
        ["issuingState"] = ["Issuing State", "Issuing Country", "Issued by", "Country", "State", "جاری کنندہ ملک", "ملک"],
        ["number"] = ["Number", "Document Number", "Document No", "Passport Number", "Passport No", "Passport", "دستاویز نمبر", "پاسپورٹ نمبر", "پاسپورٹ"],
        ["reportedOn"] = ["Reported on", "Reported", "Report Date", "Date of Report", "Date", "تاریخ اطلاع", "تاریخ"],
        ["reason"] = ["Reason", "Status", "What happened", "وجہ", "کیفیت"],
    };

    private static readonly string[] Types = ["Type", "Document Type", "Kind", "قسم"];

    private static readonly string[] References = ["Reference", "Report Number", "Report No", "FIR", "حوالہ", "حوالہ نمبر"];

    public int State { get; } = Find(header, Needed["issuingState"]) ?? 0;

    public int Number { get; } = Find(header, Needed["number"]) ?? 0;

    public int ReportedOn { get; } = Find(header, Needed["reportedOn"]) ?? 0;

    public int Reason { get; } = Find(header, Needed["reason"]) ?? 0;

    public int? Type { get; } = Find(header, Types);

    public int? Reference { get; } = Find(header, References);

    /// <summary>True of every header: whatever it lacks is told, by the first name that the column may have.</summary>
    public static bool AreIn(TableHeader header, string file, ListErrors errors)
    {
        foreach (var (part, names) in Needed.Where(n => Find(header, n.Value) is null))
            errors.Add(ListRule.ColumnMissing.Broken(file, 1, 0, part, ("column", names[0])));
        return true;
    }

    private static int? Find(TableHeader header, string[] names) => names.Select(header.Find).FirstOrDefault(index => index is not null);
}
