using Rahdari.Matching.Index;

namespace Rahdari.Bench.Screening.Speed;

/// <summary>How far a search is from what the memory allows: what it looks at, in bytes, against how fast memory is read.</summary>
internal static class Limit
{
    private const int Line = 64;

    // What of each kind is read: a bucket's two bounds and its four entries; a token's bounds, weight, letters and sounds; a place; a name's bounds, three tokens and bits.
    private const int Key = 8 + 32, Token = 8 + 16 + 16 + 16, Place = 4, Name = 8 + 12 + 8;

    // Places stand in a row; of all else each may be a line of memory of its own, or two.
    private const int LinesOfKey = 2, LinesOfToken = 2, LinesOfName = 2;

    public static void Run(Report report, OwnSpeed own, IReadOnlyList<SpeedQuery> queries, double bandwidth)
    {
        Report.Progress("Rahdari: counting what is looked at");
        var again = Latencies.Of(queries, q => own.Index.Search(q.Query));
        var works = queries.Select(q => own.Index.WorkOf(q.Query)).ToArray();
        var sum = works.Aggregate((a, b) => a + b);
        report.Line("### How far from the limit");
        report.Line();
        report.Line("What a search looks at, counted by the engine itself on searches made again: which listed tokens are near a listed one is kept by then. *Read* is what is used of it; *lines* is what memory must bring, where each that is not read in a row is a line of 64 bytes or two.");
        report.Line();
        report.Table(["looked at", "of a search, on average", "middle", "read, KB", "lines, KB"],
        [
            Row("keys of like tokens", works, w => w.Keys, Key, Line * LinesOfKey),
            Row("tokens compared", works, w => w.Tokens, Token, Line * LinesOfToken),
            Row("places in lists of names", works, w => w.Postings, Place, Place),
            Row("names looked at", works, w => w.Names, Name, Line * LinesOfName),
            Row("names aligned", works, w => w.Aligned, 0, 0),
        ]);
        var (read, lines) = (Bytes(sum, Key, Token, Place, Name), Bytes(sum, Line * LinesOfKey, Line * LinesOfToken, Place, Line * LinesOfName));
        var seconds = again.Sum / 1000;
        report.Table(["what", "figure"],
        [
            ["p50 of the same searches made again, ms", Report.Number(again.P50, 3)],
            ["p99 of them, ms", Report.Number(again.P99, 3)],
            ["such a search takes on average, ms", Report.Number(1000 * seconds / works.Length, 3)],
            ["its bytes read in a row would take, ms", Report.Number(read / works.Length / bandwidth / 1e6, 4)],
            ["its lines read in a row would take, ms", Report.Number(lines / works.Length / bandwidth / 1e6, 4)],
            ["so many times the lines' time", Report.Number(seconds / (lines / bandwidth / 1e9), 1)],
            ["a signature of 64 bytes of every entry, read in a row, would take, ms", Report.Number(own.Entries * (double)Line / bandwidth / 1e6, 2)],
            ["names looked at in a millisecond", Report.Number(sum.Names / seconds / 1000)],
            ["names aligned in a hundred looked at", Report.Number(100.0 * sum.Aligned / sum.Names, 1)],
        ]);
    }

    private static double Bytes(SearchWork work, int ofKey, int ofToken, int ofPlace, int ofName) =>
        (work.Keys * (double)ofKey) + (work.Tokens * (double)ofToken) + (work.Postings * (double)ofPlace) + (work.Names * (double)ofName);

    private static IReadOnlyList<string> Row(string what, SearchWork[] works, Func<SearchWork, long> of, int bytes, int lines)
    {
        var counts = works.Select(w => (double)of(w)).Order().ToArray();
        var average = counts.Average();
        return [what, Report.Number(average), Report.Number(counts[counts.Length / 2]), Report.Number(average * bytes / 1000, 1), Report.Number(average * lines / 1000, 1)];
    }
}
