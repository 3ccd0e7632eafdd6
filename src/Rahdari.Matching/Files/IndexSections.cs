using Rahdari.Matching.Index;

namespace Rahdari.Matching.Files;

/// <summary>Everything that a file of an index holds, named once for writing and for reading.</summary>
internal static class IndexSections
{
    /// <summary>Passes a segment; what comes back is what was passed, or what was read.</summary>
    public static Segment PassSegment(ISections sections, Segment? held) => new()
    {
        Vocabulary = Pass(sections, held?.Vocabulary),
        PostingStarts = sections.Pass("posting starts", held?.PostingStarts ?? default),
        Postings = sections.Pass("postings", held?.Postings ?? default),
        NameStarts = sections.Pass("name starts", held?.NameStarts ?? default),
        NameTokens = sections.Pass("name tokens", held?.NameTokens ?? default),
        NameKinds = sections.Pass("name kinds", held?.NameKinds ?? default),
        NamePersons = sections.Pass("name persons", held?.NamePersons ?? default),
        PersonNames = sections.Pass("person names", held?.PersonNames ?? default),
        Births = sections.Pass("births", held?.Births ?? default),
        ClassStarts = sections.Pass("birth classes", held?.ClassStarts ?? default),
        SpanStarts = sections.Pass("span starts", held?.SpanStarts ?? default),
        Spans = sections.Pass("spans", held?.Spans ?? default),
        NationStarts = sections.Pass("nationality starts", held?.NationStarts ?? default),
        Nations = sections.Pass("nationalities", held?.Nations ?? default),
        Sexes = sections.Pass("sexes", held?.Sexes ?? default),
        RecordStarts = sections.Pass("record starts", held?.RecordStarts ?? default),
        Records = sections.Pass("records", held?.Records ?? default),
        OtherBirths = Pass(sections, "other births", held?.OtherBirths),
        Numbers = Pass(sections, "numbers", held?.Numbers),
        Keys = Pass(sections, "keys", held?.Keys),
    };

    /// <summary>Passes a population; null where what was read is none.</summary>
    public static NamePopulation? PassPopulation(ISections sections, NamePopulation? held)
    {
        var size = sections.Pass<int>("population", held is null ? default : new[] { held.Size });
        var spellings = Pass(sections, "spellings counted", held?.Spellings);
        var sounds = Pass(sections, "sounds counted", held?.Sounds);
        return size.Length == 1 && size.Span[0] >= 0 && spellings is not null && sounds is not null ? new NamePopulation(size.Span[0], spellings, sounds) : null;
    }

    private static Vocabulary Pass(ISections sections, Vocabulary? held) => new(
        sections.Pass("letters", held?.Letters ?? default),
        sections.Pass("token starts", held?.Starts ?? default),
        sections.Pass("sounds", held?.Sounds ?? default),
        sections.Pass("sound starts", held?.SoundStarts ?? default),
        sections.Pass("particles", held?.Particles ?? default),
        sections.Pass("weights", held?.Weights ?? default),
        sections.Pass("letter sets", held?.Sets ?? default),
        Pass(sections, "near keys", held?.Keys),
        sections.Pass("beginning starts", held?.BeginningStarts ?? default),
        Pass(sections, "beginning keys", held?.Beginnings));

    private static NearKeys Pass(ISections sections, string name, NearKeys? held) =>
        new(sections.Pass(name, held?.Entries ?? default), sections.Pass($"buckets of {name}", held?.Buckets ?? default));

    private static SortedKeys Pass(ISections sections, string name, SortedKeys? held) =>
        new(sections.Pass(name, held?.Keys ?? default), sections.Pass($"persons by {name}", held?.Persons ?? default));

    private static TokenCounts? Pass(ISections sections, string name, TokenCounts? held) =>
        TokenCounts.Of(sections.Pass<ulong>($"{name}, hashes", held?.Hashes ?? default).Span, sections.Pass<int>(name, held?.Counts ?? default).Span);
}
