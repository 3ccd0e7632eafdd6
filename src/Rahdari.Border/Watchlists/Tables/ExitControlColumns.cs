using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists.Tables;

/// <summary>What the columns of an exit control list are called.</summary>
internal static class ExitControlColumns
{
    private static readonly string[] Cnic = ["CNIC", "CNIC No", "CNIC Number", "NIC", "NICOP", "شناختی کارڈ", "شناختی کارڈ نمبر"];

    private static readonly string[] Passport = ["Passport", "Passport No", "Passport Number", "پاسپورٹ", "پاسپورٹ نمبر"];

    /// <summary>The names of each part's column; the first that the table has counts.</summary>
    private static readonly (string Part, string[] Names)[] Parts =
    [
        ("name", ["Name", "Full Name", "Name of Person", "نام"]),
        ("aliases", ["Alias", "Aliases", "Also known as", "عرفیت", "عرف"]),
        ("birthDate", ["Date of Birth", "DOB", "Birth date", "تاریخ پیدائش"]),
        ("birthPlace", ["Place of Birth", "جائے پیدائش"]),
        ("nationality", ["Nationality", "Citizenship", "قومیت", "شہریت"]),
        ("sex", ["Sex", "Gender", "جنس"]),
        ("address", ["Address", "پتہ", "پتا"]),
        ("programme", ["Order", "Order No", "Order Number", "Memorandum", "حکم", "حکم نمبر"]),
        ("listedOn", ["Order Date", "Date of Order", "Date of Placement", "تاریخ حکم"]),
        ("validFrom", ["Valid From", "Effective From", "From Date", "نفاذ از"]),
        ("validTo", ["Valid Until", "Valid To", "Valid Till", "Expiry Date", "Until", "میعاد تک"]),
        ("authority", ["Authority", "Ordering Authority", "Issuing Authority", "Department", "اتھارٹی", "محکمہ"]),
        ("legalBasis", ["Legal Basis", "Section", "Law", "قانونی بنیاد", "دفعہ"]),
    ];

    private static readonly string[] References = ["Reference", "ECL No", "ECL Number", "Serial No", "Sr No", "S No", "حوالہ", "نمبر شمار"];

    /// <summary>ISO 8601, and day first as offices write it.</summary>
    public static readonly DateForm[] Dates = [.. new[] { "yyyy-MM-dd", "dd/MM/yyyy", "dd-MM-yyyy", "dd.MM.yyyy", "dd MMM yyyy", "dd-MMM-yyyy", "MM/yyyy", "yyyy" }.Select(f => DateForm.Create(f)!)];

    /// <summary>The mapping for a table with these columns; where it has none for the name or the reference, the first name of each is asked for.</summary>
    public static TableMapping Mapping(TableHeader header)
    {
        var columns = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (part, names) in Parts)
        {
            if (First(header, names) is { } column || (part == "name" && (column = names[0]) is not null))
                columns[part] = [column];
        }
        string[] references = [.. new[] { References, Cnic, Passport }.Select(names => First(header, names)).OfType<string>()];
        columns["reference"] = references.Length > 0 ? references : [References[0]];
        return new TableMapping
        {
            List = "ecl",
            Programme = "Exit control",
            Dates = Dates,
            Separator = "|",
            IsOfOrders = true,
            Columns = columns,
            Documents =
            [
                .. First(header, Cnic) is { } cnic ? [new TableDocument("CNIC", null, cnic, "PAK", null)] : Array.Empty<TableDocument>(),
                .. First(header, Passport) is { } passport ? [new TableDocument("Passport", null, passport, null, null)] : Array.Empty<TableDocument>(),
            ],
        };
    }

    private static string? First(TableHeader header, string[] names) => Array.Find(names, name => header.Find(name) is not null);
}
