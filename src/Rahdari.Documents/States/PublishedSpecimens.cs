using System.Collections.Frozen;

namespace Rahdari.Documents.States;

/// <summary>Names and numbers of specimens that the standard and States publish, which forgers copy. Thread-safe.</summary>
public static class PublishedSpecimens
{
    private static readonly FrozenSet<string> Names = Column("name");
    private static readonly FrozenSet<string> Numbers = Column("number");

    /// <summary>Whether a name (primary, a blank, secondary) is a published specimen's.</summary>
    public static bool HasName(string name) => Names.Contains(name);

    /// <summary>Whether a number is a published specimen's.</summary>
    public static bool HasNumber(string number) => Numbers.Contains(number);

    private static FrozenSet<string> Column(string what) => DataTable.Rows("States.specimens.tsv").Where(row => row[0] == what).Select(row => row[1]).ToFrozenSet();
}
