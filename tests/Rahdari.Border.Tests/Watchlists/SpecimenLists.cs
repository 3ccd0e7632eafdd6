using System.Text;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>The lists of samples/watchlists, and readings of text and bytes.</summary>
internal static class SpecimenLists
{
    public static byte[] Un { get; } = File.ReadAllBytes(PathOf("specimen-un.xml"));

    public static byte[] Sdn { get; } = File.ReadAllBytes(PathOf("ofac", "sdn.csv"));

    public static byte[] Alt { get; } = File.ReadAllBytes(PathOf("ofac", "alt.csv"));

    public static byte[] Add { get; } = File.ReadAllBytes(PathOf("ofac", "add.csv"));

    public static string UnText { get; } = Encoding.UTF8.GetString(Un);

    public static string SdnText { get; } = Encoding.UTF8.GetString(Sdn);

    public static ListReading ReadUn(byte[] xml)
    {
        using var stream = new MemoryStream(xml);
        return UnConsolidatedList.Read(stream, "un.xml");
    }

    public static ListReading ReadUn(string xml) => ReadUn(Encoding.UTF8.GetBytes(xml));

    public static ListReading ReadOfac(params (string Name, byte[] Bytes)[] files) => OfacList.Read([.. files.Select(f => (f.Name, (Stream)new MemoryStream(f.Bytes)))]);

    public static ListReading ReadOfac(string sdn) => ReadOfac(("sdn.csv", Encoding.UTF8.GetBytes(sdn)));

    /// <summary>The list; the test fails with its errors where it cannot be used.</summary>
    public static PublishedList Usable(this ListReading reading)
    {
        Assert.Empty(reading.Errors);
        return reading.List!;
    }

    public static WatchlistEntry Entry(this PublishedList list, string reference) => list.Entries.Single(e => e.Reference == reference);

    private static string PathOf(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Rahdari.slnx")))
                return Path.Combine([folder.FullName, "samples", "watchlists", .. parts]);
        }
        throw new DirectoryNotFoundException("Rahdari.slnx is in no folder above the tests.");
    }
}
