using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Listed;

/// <summary>The natural persons of the United Nations' and the US Treasury's published lists.</summary>
internal static class PublishedLists
{
    /// <summary>Reads both lists.</summary>
    /// <param name="folder">The folder <c>watchlists</c>.</param>
    public static List<ListedPerson> Read(string folder)
    {
        using var xml = File.OpenRead(Path.Combine(folder, "un-consolidated.xml"));
        var un = UnConsolidatedList.Read(xml, "un-consolidated.xml");
        var files = Directory.GetFiles(Path.Combine(folder, "ofac"), "*.csv").Order(StringComparer.Ordinal)
            .Select(f => (Name: Path.GetFileName(f), Bytes: (Stream)File.OpenRead(f))).ToArray();
        var ofac = OfacList.Read(files);
        foreach (var (_, stream) in files)
            stream.Dispose();
        return [.. new[] { un, ofac }.SelectMany(r => Usable(r).Entries.Select(e => e.ToListedPerson(r.List!.Code)).OfType<ListedPerson>())];
    }

    private static PublishedList Usable(ListReading reading) =>
        reading.List ?? throw new InvalidDataException($"{reading.Errors[0].File}: {reading.Errors[0].Code}");
}
