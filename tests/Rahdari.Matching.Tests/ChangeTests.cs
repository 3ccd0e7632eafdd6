namespace Rahdari.Matching.Tests;

/// <summary>What has changed beside the whole, and the whole built anew: the same answers.</summary>
public class ChangeTests
{
    [Fact]
    public void A_changed_index_answers_as_one_built_anew()
    {
        var all = UnIndividuals.All;
        var (before, after) = (all.Take(600).ToList(), all.Skip(100).ToList());
        var population = NamePopulation.Count(all.SelectMany(p => p.Names).Select(n => n.Text));
        // A name of an entry that stays has changed, and is told with the new one.
        var renamed = after[0] with { Names = [new ListedName("Numunawala Specimenzai", ListedNameKind.Primary)] };
        after[0] = renamed;
        var anew = ScreeningIndex.Build(after, population);
        var changed = ScreeningIndex.Build(before, population)
            .With([.. all.Skip(600).Take(50), renamed], [.. all.Take(100).Select(p => p.Key), "un/nobody"])
            .With([.. all.Skip(650)], []);
        Assert.Equal(anew.Count, changed.Count);
        Assert.Equal(anew.Persons().Select(p => p.Key).Order(), changed.Persons().Select(p => p.Key).Order());
        foreach (var person in all.Append(renamed))
        {
            var query = new PersonQuery(person.Names[0].Text);
            Assert.Equal(anew.Search(query).Select(Told), changed.Search(query).Select(Told));
        }

        static (string, string, double) Told(Hit hit) => (hit.Person.Key, hit.Name.Text, Math.Round(hit.Points, 4));
    }

    [Fact]
    public void The_index_before_a_change_answers_as_it_did()
    {
        var index = ScreeningIndex.Build([Person("a/1", "Abdul Qadeer Specimenzai")]);
        var changed = index.With([Person("a/2", "Numunawala Mustermani")], ["a/1"]);
        Assert.Single(index.Search(new PersonQuery("Abdul Qadeer Specimenzai")));
        Assert.Empty(changed.Search(new PersonQuery("Abdul Qadeer Specimenzai")));
        Assert.Equal("a/2", Assert.Single(changed.Search(new PersonQuery("Numunawala Mustermani"))).Person.Key);
    }

    [Fact]
    public void Keys_of_any_characters_are_replaced_and_taken_out()
    {
        string[] keys = ["a/\uD83D\uDE00", "a/\uD83D", "a/\uDE00\uD83D"];
        var index = ScreeningIndex.Build([.. keys.Select(key => Person(key, "Abdul Qadeer Specimenzai"))]);
        Assert.Equal(keys.Order(StringComparer.Ordinal), index.Persons().Select(p => p.Key).Order(StringComparer.Ordinal));
        index = index.With([Person(keys[1], "Numunawala Mustermani")], [keys[2]]);
        Assert.Equal(keys[0], Assert.Single(index.Search(new PersonQuery("Abdul Qadeer Specimenzai"))).Person.Key);
        Assert.Equal(keys[1], Assert.Single(index.Search(new PersonQuery("Numunawala Mustermani"))).Person.Key);
        Assert.Equal(2, index.With([Person(keys[1], "Numunawala Specimenzai")], []).Count);
    }

    [Fact]
    public void Two_persons_of_one_key_are_refused() =>
        Assert.Throws<ArgumentException>(() => ScreeningIndex.Build([Person("a/1", "Any Body"), Person("a/1", "Some Body")]));

    [Fact]
    public void Why_a_listed_person_was_no_hit_is_told_by_the_same_parts()
    {
        var index = ScreeningIndex.Build([Person("a/1", "Abdul Qadeer Specimenzai"), Person("a/2", "Numunawala Mustermani")]);
        var query = new PersonQuery("Rashid Specimenzai") { Nationality = "PAK" };
        Assert.Empty(index.Search(query));
        var compared = index.Compare(query, "a/1")!;
        Assert.InRange(compared.Score, 0, ScreeningIndex.AlertThreshold);
        Assert.Contains(compared.Alignment, p => p is { Queried: "SPECIMENZAI", Listed: "SPECIMENZAI", Agreement: Agreement.Equal });
        Assert.Contains(compared.Alignment, p => p is { Queried: "RASHID", Agreement: Agreement.Different });
        Assert.Equal(compared.Points, compared.Parts.Sum(p => p.Points));
        Assert.Null(index.Compare(query, "a/3"));
        var hit = Assert.Single(index.Search(new PersonQuery("Numunawala Mustermani")));
        Assert.Equal(hit.Points, index.Compare(new PersonQuery("Numunawala Mustermani"), "a/2")!.Points, 4);
    }

    [Fact]
    public void A_name_that_a_population_bears_proves_little()
    {
        var persons = new[] { Person("a/1", "Numunawala Specimenzai") };
        var common = NamePopulation.Count(Enumerable.Repeat("Numunawala Beispiel", 40_000).Concat(Enumerable.Repeat("Otherman Beispiel", 40_000)));
        var query = new PersonQuery("Numunawala");
        var rare = ScreeningIndex.Build(persons).Compare(query, "a/1")!.Points;
        Assert.True(ScreeningIndex.Build(persons, common).Compare(query, "a/1")!.Points < rare - 4);
    }

    [Fact]
    public void A_search_that_finds_nobody_allocates_nothing_to_speak_of()
    {
        var index = ScreeningIndex.Build(UnIndividuals.All);
        var query = new PersonQuery("Maria Beispielova") { DateOfBirth = Dates.PartialDate.Of(1971, 8, 14), Nationality = "UTO" };
        for (var i = 0; i < 200; i++)
            Assert.Empty(index.Search(query));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            index.Search(query);
        // The name is folded anew each time.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 0, 4_000);
    }

    [Fact]
    public async Task A_search_that_was_stopped_leaves_nothing_behind()
    {
        var index = ScreeningIndex.Build(UnIndividuals.All);
        var queries = UnIndividuals.All.Take(40).Select(p => new PersonQuery(p.Names[0].Text) { DateOfBirth = Dates.PartialDate.Of(1970, 1, 1) }).ToArray();
        var before = queries.Select(q => index.Search(q, 0.01).Count).ToArray();
        var stopped = 0;
        for (var i = 0; i < 1000; i++)
        {
            using var cancellation = new CancellationTokenSource();
            var wait = i % 40 * 50;
            var stopping = Task.Run(
                () =>
                {
                    Thread.SpinWait(wait);
                    cancellation.Cancel();
                },
                TestContext.Current.CancellationToken);
            try
            {
                index.Search(queries[i % queries.Length], 0.01, cancellation: cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                stopped++;
            }
            await stopping;
        }
        Assert.True(stopped > 0);
        Assert.Equal(before, queries.Select(q => index.Search(q, 0.01).Count));
    }

    private static ListedPerson Person(string key, string name) => new(key, [new ListedName(name, ListedNameKind.Primary)], [], ["PAK"], null, []);
}
