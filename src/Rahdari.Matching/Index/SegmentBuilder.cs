using System.Buffers;
using System.Runtime.InteropServices;
using Rahdari.Dates;
using Rahdari.Matching.Names;
using Rahdari.Matching.Scoring;

namespace Rahdari.Matching.Index;

/// <summary>Packs listed persons, taken one after the other, into a <see cref="Segment"/>. Not thread-safe.</summary>
internal sealed class SegmentBuilder
{
    // By the token itself, which is found sooner than by its text: most come from one that was folded before.
    private readonly Dictionary<NameToken, int> known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Text, bool IsParticle), int> ids = [];
    private readonly List<NameToken> tokens = [];
    private readonly TokenCounts spellings = new(), sounds = new();

    // In the order in which persons came; they are put in order of birth at the end.
    private readonly List<int> nameTokens = [], nameEnds = [], nameKinds = [], personNameEnds = [], births = [], spanEnds = [], nationEnds = [], recordStarts = [];
    private readonly List<BirthClass> birthClasses = [];
    private readonly List<DateSpan> spans = [];
    private readonly List<ushort> nations = [];
    private readonly List<byte> sexes = [];
    private readonly List<(ulong Key, int Person)> numbers = [], otherBirths = [], personKeys = [];
    private readonly ArrayBufferWriter<byte> records = new();

    public int Persons => births.Count;

    /// <summary>How common the parts of names are in the region and among the names taken so far.</summary>
    public NamePopulation Population => NamePopulation.Region.With(nameEnds.Count, spellings, sounds);

    /// <summary>Takes one person, the names folded already.</summary>
    public void Add(ListedPerson person, IReadOnlyList<NameToken>[] names)
    {
        var number = Persons;
        // Whoever has no name that can be compared keeps one of no parts, to be found by a number.
        var hasParts = Array.Exists(names, n => n.Count > 0);
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Count == 0 && (hasParts || i > 0))
                continue;
            foreach (var token in names[i])
                nameTokens.Add(Id(token));
            nameEnds.Add(nameTokens.Count);
            nameKinds.Add((i << 4) | (int)person.Names[i].Kind);
            NamePopulation.Add(names[i], spellings, sounds);
        }
        personNameEnds.Add(nameEnds.Count);
        AddBirth(person.BirthDates, number);
        foreach (var nationality in person.Nationalities)
            nations.Add(Segment.NationCode(nationality));
        nationEnds.Add(nations.Count);
        sexes.Add((byte)(person.Sex ?? '\0'));
        foreach (var document in person.Documents)
        {
            if (NumberScore.Key(document.Number) is { } key)
                numbers.Add((key, number));
        }
        personKeys.Add((TokenHash.Of(person.Key), number));
        recordStarts.Add(records.WrittenCount);
        PersonRecord.Write(records, person);
    }

    /// <summary>Packs what was taken, the tokens weighed as a population has them. Nothing may be taken afterwards.</summary>
    /// <exception cref="ArgumentException">Two persons have one key.</exception>
    public Segment Build(NamePopulation population, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var (vocabulary, idOf) = BuildVocabulary(population, cancellation);
        var order = Enumerable.Range(0, Persons).ToArray();
        Array.Sort(births.Select((birth, i) => ((long)birthClasses[i] << 60) | ((long)birth << 32) | (uint)i).ToArray(), order);
        var placeOf = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            placeOf[order[i]] = i;
        var keys = SortedKeys.Of(personKeys.Select(Placed));
        RefuseTwoOfOneKey(keys, order);
        int[] classStarts = [.. Enumerable.Range(0, (int)BirthClass.Full + 2).Select(birth => birthClasses.Count(b => (int)b < birth))];
        var (personNames, namePersons, names) = (new int[order.Length + 1], new int[nameEnds.Count], new int[nameEnds.Count]);
        var at = 0;
        for (var person = 0; person < order.Length; person++)
        {
            personNames[person] = at;
            for (var name = Start(personNameEnds, order[person]); name < personNameEnds[order[person]]; name++)
                (namePersons[at], names[at++]) = (person, name);
        }
        personNames[^1] = at;
        cancellation.ThrowIfCancellationRequested();
        var (nameStarts, orderedTokens) = Ordered(names, nameEnds, nameTokens);
        for (var i = 0; i < orderedTokens.Length; i++)
            orderedTokens[i] = idOf[orderedTokens[i]];
        var (postingStarts, postings) = Postings(vocabulary.Count, nameStarts, orderedTokens);
        cancellation.ThrowIfCancellationRequested();
        var (spanStarts, orderedSpans) = Ordered(order.AsSpan()[classStarts[(int)BirthClass.Various]..classStarts[(int)BirthClass.Partial]], spanEnds, spans);
        var (nationStarts, orderedNations) = Ordered(order, nationEnds, nations);
        return new Segment
        {
            Vocabulary = vocabulary,
            PostingStarts = postingStarts,
            Postings = postings,
            NameStarts = nameStarts,
            NameTokens = orderedTokens,
            NameKinds = Picked(names, nameKinds),
            NamePersons = namePersons,
            PersonNames = personNames,
            Births = Picked(order, births),
            ClassStarts = classStarts,
            SpanStarts = spanStarts,
            Spans = orderedSpans,
            NationStarts = nationStarts,
            Nations = orderedNations,
            Sexes = Picked(order, sexes),
            RecordStarts = Picked(order, recordStarts),
            Records = records.WrittenMemory,
            OtherBirths = SortedKeys.Of(otherBirths.Select(Placed)),
            Numbers = SortedKeys.Of(numbers.Select(Placed)),
            Keys = keys,
        };

        (ulong, int) Placed((ulong Key, int Person) pair) => (pair.Key, placeOf[pair.Person]);
    }

    /// <summary>Told by the hashes; only of those who share one are the keys read.</summary>
    private void RefuseTwoOfOneKey(SortedKeys keys, int[] order)
    {
        var hashes = keys.Keys.Span;
        for (var (from, end) = (0, 0); from < hashes.Length; from = end)
        {
            while (end < hashes.Length && hashes[end] == hashes[from])
                end++;
            if (end - from == 1)
                continue;
            var met = new HashSet<string>(StringComparer.Ordinal);
            foreach (var place in keys.Persons.Span[from..end])
            {
                var key = PersonRecord.Read(records.WrittenSpan[recordStarts[order[place]]..]).Key;
                if (!met.Add(key))
                    throw new ArgumentException($"Two persons have the key {key}.");
            }
        }
    }

    private int Id(NameToken token)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(known, token, out var isKnown);
        if (isKnown)
            return id;
        ref var ofText = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, (token.Text, token.IsParticle), out var isMet);
        if (!isMet)
        {
            ofText = tokens.Count;
            tokens.Add(token);
        }
        return id = ofText;
    }

    /// <summary>One date is a place in the order; of other dates, those with a month are found by it, and those in a Hijri calendar by the days that they may be.</summary>
    private void AddBirth(IReadOnlyList<DateSpan> dates, int person)
    {
        var only = dates is [{ IsSingle: true, Circa: false, From: { Year: not null } from }] && !HijriCalendars.IsOf(from) ? from : PartialDate.Unknown;
        birthClasses.Add(only.IsComplete ? BirthClass.Full : !only.IsUnknown ? BirthClass.Partial : dates.Any(d => d.From.Year is not null) ? BirthClass.Various : BirthClass.None);
        births.Add(only.Year is { } year ? Segment.BirthKey(year, only.Month ?? 0, only.Day ?? 0) : 0);
        if (birthClasses[^1] == BirthClass.Various)
            spans.AddRange(dates);
        spanEnds.Add(spans.Count);
        if (only.IsComplete)
            return;
        foreach (var date in dates)
        {
            if (date is not { IsSingle: true, From: { Year: { } yearOf, Month: { } month, Day: var day } })
                continue;
            otherBirths.Add(((ulong)Segment.BirthKey(yearOf, month, day ?? 0), person));
            foreach (var key in date.Circa ? [] : BirthWays.HijriDays(date.From))
                otherBirths.Add(((ulong)key, person));
        }
    }

    private (Vocabulary Vocabulary, int[] IdOf) BuildVocabulary(NamePopulation population, CancellationToken cancellation)
    {
        var order = Enumerable.Range(0, tokens.Count).ToArray();
        Array.Sort(order, (a, b) => string.CompareOrdinal(tokens[a].Text, tokens[b].Text) is not 0 and var by ? by : tokens[a].IsParticle.CompareTo(tokens[b].IsParticle));
        var (idOf, starts, particles) = (new int[order.Length], new int[order.Length + 1], new byte[order.Length]);
        var (weights, sets) = (new TokenWeight[order.Length], new Vocabulary.LetterSets[order.Length]);
        var (letters, sounds, soundStarts) = (new List<char>(), new List<char>(), new int[order.Length + 1]);
        var (noted, beginnings, beginningStarts) = (new List<ulong>(), new List<ulong>(), new List<int>());
        for (var id = 0; id < order.Length; id++)
        {
            cancellation.ThrowIfCancellationRequested();
            var token = tokens[order[id]];
            idOf[order[id]] = id;
            letters.AddRange(token.Text.AsSpan());
            starts[id + 1] = letters.Count;
            sounds.AddRange(token.Skeleton.AsSpan());
            soundStarts[id + 1] = sounds.Count;
            particles[id] = token.IsParticle ? (byte)1 : (byte)0;
            weights[id] = population.Weigh(token);
            sets[id] = new Vocabulary.LetterSets(token.Letters, token.Sounds);
            NearKeys.NoteSound(token.Text, token.Skeleton, id, noted);
            var beginning = NearKeys.BeginningOf(token.Text);
            if (id > 0 && beginning.SequenceEqual(NearKeys.BeginningOf(tokens[order[id - 1]].Text)))
                continue;
            NearKeys.NoteBeginning(beginning, beginningStarts.Count, beginnings);
            beginningStarts.Add(id);
        }
        beginningStarts.Add(order.Length);
        return (new Vocabulary(letters.ToArray(), starts, sounds.ToArray(), soundStarts, particles, weights, sets, NearKeys.Of(noted), beginningStarts.ToArray(), NearKeys.Of(beginnings)), idOf);
    }

    private static (int[] Starts, int[] Postings) Postings(int tokens, int[] nameStarts, int[] nameTokens)
    {
        var starts = new int[tokens + 1];
        var lastName = new int[tokens];
        Array.Fill(lastName, -1);
        for (var name = 0; name + 1 < nameStarts.Length; name++)
        {
            foreach (var token in nameTokens.AsSpan(nameStarts[name]..nameStarts[name + 1]))
            {
                if (lastName[token] != name)
                    (lastName[token], starts[token + 1]) = (name, starts[token + 1] + 1);
            }
        }
        for (var token = 0; token < tokens; token++)
            starts[token + 1] += starts[token];
        var postings = new int[starts[^1]];
        var ends = starts.AsSpan(0, tokens).ToArray();
        for (var name = 0; name + 1 < nameStarts.Length; name++)
        {
            foreach (var token in nameTokens.AsSpan(nameStarts[name]..nameStarts[name + 1]))
            {
                if (ends[token] == starts[token] || postings[ends[token] - 1] != name)
                    postings[ends[token]++] = name;
            }
        }
        return (starts, postings);
    }

    private static int Start(List<int> ends, int at) => at == 0 ? 0 : ends[at - 1];

    private static (int[] Starts, T[] Values) Ordered<T>(ReadOnlySpan<int> order, List<int> ends, List<T> values)
    {
        var starts = new int[order.Length + 1];
        for (var i = 0; i < order.Length; i++)
            starts[i + 1] = starts[i] + ends[order[i]] - Start(ends, order[i]);
        var result = new T[starts[^1]];
        var all = CollectionsMarshal.AsSpan(values);
        for (var i = 0; i < order.Length; i++)
            all[Start(ends, order[i])..ends[order[i]]].CopyTo(result.AsSpan(starts[i]));
        return (starts, result);
    }

    private static T[] Picked<T>(ReadOnlySpan<int> order, List<T> values)
    {
        var result = new T[order.Length];
        for (var i = 0; i < order.Length; i++)
            result[i] = values[order[i]];
        return result;
    }
}
