using F23.StringSimilarity;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Rahdari.Bench.Screening.Names;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Peers;

/// <summary>Lucene.NET: any of the parts, each within two edits.</summary>
/// <param name="rescored">True where the best names are put in order by Jaro–Winkler of their sorted parts.</param>
internal sealed class LuceneFuzzy(bool rescored) : IPeer
{
    private const string Field = "name";
    private const int Names = 2 * Scored.Most;
    private readonly RAMDirectory directory = new();
    private readonly JaroWinkler jaroWinkler = new();
    private DirectoryReader? reader;
    private IndexSearcher? searcher;
    private int[] persons = [];
    private string[] sorted = [];

    public string Name => rescored ? "Lucene.NET, rescored" : "Lucene.NET";

    public string Description =>
        $"Lucene.NET {PackageVersion.Of(typeof(IndexSearcher))}: a should clause for each part, fuzzy within two edits (parts of four letters and less one, of two and less none), its default similarity"
        + (rescored ? $"; the best {Names} names scored anew by Jaro–Winkler of their sorted parts" : "");

    public bool IsSampled => false;

    public void Load(IEnumerable<ListedPerson> persons)
    {
        var (of, plain) = (new List<int>(), new List<string>());
        var settings = new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48)) { RAMBufferSizeMB = 256, MergePolicy = new LogDocMergePolicy() };
        using (var writer = new IndexWriter(directory, settings))
        {
            var number = 0;
            foreach (var person in persons)
            {
                foreach (var name in person.Names)
                {
                    var text = PlainName.Of(name.Text);
                    writer.AddDocument([new TextField(Field, text, Lucene.Net.Documents.Field.Store.NO)]);
                    of.Add(number);
                    if (rescored)
                        plain.Add(PlainName.Sorted(text));
                }
                number++;
            }
            writer.ForceMerge(1); // Merged by LogDocMergePolicy, documents stay in the order in which they came: a number leads to its person.
            writer.Commit();
        }
        (this.persons, sorted) = ([.. of], [.. plain]);
        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader);
    }

    public IReadOnlyList<Scored> Best(string name)
    {
        var plain = PlainName.Of(name);
        var query = new BooleanQuery();
        foreach (var part in PlainName.Parts(plain).Take(50))
        {
            var term = new Term(Field, part);
            query.Add(part.Length <= 2 ? new TermQuery(term) : new FuzzyQuery(term, part.Length <= 4 ? 1 : 2), Occur.SHOULD);
        }
        var found = searcher!.Search(query, Names).ScoreDocs;
        if (!rescored)
            return Scored.ByPerson(found.Select(d => new Scored(persons[d.Doc], d.Score)));
        var asked = PlainName.Sorted(plain);
        return Scored.ByPerson(found.Select(d => new Scored(persons[d.Doc], jaroWinkler.Similarity(asked, sorted[d.Doc]))));
    }

    public void Dispose()
    {
        reader?.Dispose();
        directory.Dispose();
    }
}
