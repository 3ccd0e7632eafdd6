namespace Rahdari.Border.Watchlists.Ofac;

/// <summary>A kind of file that OFAC publishes a list in: how it is called, and its columns in order.</summary>
/// <remarks>Source: OFAC, "Specially Designated Nationals List: data format specification" (dat_spec.txt).</remarks>
internal sealed record OfacFile(string Name, string[] Called, string[] Columns)
{
    public static readonly OfacFile Comments = new("sdn_comments.csv", ["comment"], ["Ent_num", "Remarks_extended"]);
    public static readonly OfacFile Aliases = new("alt.csv", ["alt", "alias"], ["ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks"]);
    public static readonly OfacFile Addresses = new("add.csv", ["add"], ["Ent_num", "Add_num", "Address", "City/State/Province/Postal Code", "Country", "Add_remarks"]);

    public static readonly OfacFile Entries = new(
        "sdn.csv",
        ["sdn", "prim"],
        ["ent_num", "SDN_Name", "SDN_Type", "Program", "Title", "Call_Sign", "Vess_type", "Tonnage", "GRT", "Vess_flag", "Vess_owner", "Remarks"]);

    /// <summary>Those whose name says more first: sdn_comments.csv is no sdn.csv.</summary>
    private static readonly OfacFile[] All = [Comments, Aliases, Addresses, Entries];

    /// <summary>The kind that a file's name speaks of, or null: the list of other sanctions comes as cons_prim.csv, cons_alt.csv and so on.</summary>
    public static OfacFile? Named(string fileName) => All.FirstOrDefault(kind => kind.Called.Any(word => HasWord(fileName, word)));

    /// <summary>The kind with so many columns, or null.</summary>
    public static OfacFile? Shaped(int columns) => Array.Find(All, kind => kind.Columns.Length == columns);

    private static bool HasWord(string fileName, string beginning) =>
        fileName.Split('_', '-', '.', ' ').Any(word => word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
