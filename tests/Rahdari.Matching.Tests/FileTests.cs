using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Rahdari.Dates;

namespace Rahdari.Matching.Tests;

/// <summary>An index in a file: the same answers, no byte that harms, no writer that harms another.</summary>
public sealed class FileTests : IDisposable
{
    private const string SavingForEver = "RAHDARI_TEST_SAVING_FOR_EVER";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rahdari-index-");

    private string File => Path.Combine(folder.FullName, "screening.index");

    public void Dispose() => folder.Delete(recursive: true);

    private const double Low = ScreeningIndex.AlertThreshold / 10;

    [Fact]
    public void An_opened_index_answers_as_the_one_that_was_saved()
    {
        var population = NamePopulation.Count(UnIndividuals.All.SelectMany(p => p.Names).Select(n => n.Text).Append("Muhammad Beispiel"));
        foreach (var built in new[] { ScreeningIndex.Build(UnIndividuals.All), ScreeningIndex.Build(UnIndividuals.All, population), ScreeningIndex.Build(Few) })
        {
            var opened = Saved(built, "un@3");
            Assert.Equal(("un@3", built.Count, built.Names, built.Population.Size), (opened.SavedAs, opened.Count, opened.Names, opened.Population.Size));
            Assert.Null(opened.Verify(TestContext.Current.CancellationToken));
            Assert.Equal(built.Persons().Select(Told), opened.Persons().Select(Told));
            foreach (var person in UnIndividuals.All)
            {
                var query = Query(person);
                Assert.Equal(built.Search(query, Low).Select(Told), opened.Search(query, Low).Select(Told));
                Assert.Equal(built.Compare(query, person.Key)?.Points, opened.Compare(query, person.Key)?.Points);
            }
        }
    }

    [Fact]
    public void What_has_changed_stands_beside_an_opened_index_too()
    {
        var (before, added) = (UnIndividuals.All.Take(600).ToList(), UnIndividuals.All.Skip(600).ToList());
        string[] takenOut = [.. before.Take(100).Select(p => p.Key)];
        var built = ScreeningIndex.Build(before);
        var changed = Saved(built, "").With(added, takenOut, TestContext.Current.CancellationToken);
        Assert.Equal(added.Count + 100, changed.Changes);
        var expected = built.With(added, takenOut, TestContext.Current.CancellationToken);
        foreach (var person in UnIndividuals.All)
            Assert.Equal(expected.Search(Query(person)).Select(Told), changed.Search(Query(person)).Select(Told));
        Assert.Throws<InvalidOperationException>(() => changed.Save(File, ""));
    }

    [Fact]
    public void An_index_of_nobody_is_saved_and_opened() => Assert.Empty(Saved(ScreeningIndex.Build([]), "").Search(new PersonQuery("Anybody")));

    [Fact]
    public void The_file_is_its_owners_alone()
    {
        Saved(ScreeningIndex.Build(Few), "");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Equal(["screening.index"], folder.GetFiles().Select(f => f.Name));
    }

    [Fact]
    public void What_is_no_index_is_refused_and_says_why()
    {
        Assert.False(ScreeningIndex.TryOpen(File, out _, out var problem));
        Assert.Contains(File, problem, StringComparison.Ordinal);
        Saved(ScreeningIndex.Build(Few), "");
        var whole = System.IO.File.ReadAllBytes(File);
        AssertRefused([], "it is no screening index");
        AssertRefused(Encoding.UTF8.GetBytes("<html>not an index, and longer than the fixed part of the header of one would be</html>"), "it is no screening index");
        AssertRefused(Altered(whole, 8), "it has another format");
        AssertRefused(Altered(whole, 12), "it was written on a machine with another order of bytes");
        AssertRefused(Altered(whole, 13), "it was written by another build of the program");
        AssertRefused(Altered(whole, 60), "the header is damaged");
        AssertRefused([.. whole, 0], "it is shorter or longer than it was written");
        for (var length = 0; length < whole.Length; length += (whole.Length / 2000) | 1)
            AssertRefused(whole[..length], null);
    }

    [Fact]
    public void Every_altered_byte_is_found_and_none_does_harm()
    {
        var whole = Saved(ScreeningIndex.Build(UnIndividuals.All.Take(40)), "").Persons().ToList();
        var bytes = System.IO.File.ReadAllBytes(File);
        var random = new Random(20261127);
        var (refused, opened) = (0, 0);
        for (var i = 0; i < 3000; i++)
        {
            var altered = bytes.ToArray();
            for (var flips = 1 + random.Next(3); flips > 0; flips--)
                altered[random.Next(altered.Length)] ^= (byte)(1 << random.Next(8));
            Write(altered);
            if (!ScreeningIndex.TryOpen(File, out var index, out _))
            {
                refused++;
                continue;
            }
            opened++;
            // What lies between two sections is read by nobody.
            if (index.Verify(TestContext.Current.CancellationToken) is null)
                Assert.Equal(whole.Select(Told), index.Persons().Select(Told));
            SearchAll(index);
        }
        Assert.True(refused > 100 && opened > 100, $"{refused} refused, {opened} opened");
    }

    /// <summary>Whoever writes sums that agree still leads no search out of bounds: what is opened is searched to its end.</summary>
    [Fact]
    public void Sections_altered_together_with_their_sums_are_refused_or_harmless()
    {
        Saved(ScreeningIndex.Build(UnIndividuals.All.Take(40)), "");
        var bytes = System.IO.File.ReadAllBytes(File);
        var sections = Sections(bytes);
        var random = new Random(20261127);
        var (refused, opened) = (new HashSet<int>(), 0);
        for (var i = 0; i < 4000; i++)
        {
            var altered = bytes.ToArray();
            var at = i % sections.Count;
            var section = altered.AsSpan(sections[at].From, sections[at].Length);
            if (section.IsEmpty)
                continue;
            var size = BinaryPrimitives.ReadInt32LittleEndian(altered.AsSpan(sections[at].Entry));
            for (var changes = 1 + random.Next(4); changes > 0; changes--)
            {
                var element = section.Slice(random.Next(section.Length / size) * size, size);
                switch (random.Next(4))
                {
                    case 0: element.Clear(); break;
                    case 1: element.Fill(0xFF); break;
                    case 2: random.NextBytes(element); break;
                    default: element[random.Next(size)] += (byte)(1 + random.Next(3)); break;
                }
            }
            Reseal(altered, sections);
            Write(altered);
            if (ScreeningIndex.TryOpen(File, out var index, out var problem))
            {
                opened++;
                Assert.Null(index.Verify(TestContext.Current.CancellationToken));
                SearchAll(index);
            }
            else
            {
                Assert.Contains("section", problem, StringComparison.Ordinal);
                refused.Add(at);
            }
        }
        Assert.True(opened > 300 && refused.Count > 15, $"{opened} opened, {refused.Count} sections refused");
    }

    /// <summary>Starts that rise by no more than a number holds, each, and yet lead before the beginning and after the end.</summary>
    [Fact]
    public void Starts_that_go_round_are_refused()
    {
        Saved(ScreeningIndex.Build(UnIndividuals.All.Take(40)), "");
        var bytes = System.IO.File.ReadAllBytes(File);
        var sections = Sections(bytes);
        var refused = 0;
        foreach (var (entry, from, length) in sections)
        {
            if (length < 4 * sizeof(int) || BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(entry)) != sizeof(int))
                continue;
            var altered = bytes.ToArray();
            BinaryPrimitives.WriteInt32LittleEndian(altered.AsSpan(from + sizeof(int)), int.MaxValue);
            BinaryPrimitives.WriteInt32LittleEndian(altered.AsSpan(from + (2 * sizeof(int))), -2);
            Reseal(altered, sections);
            Write(altered);
            if (ScreeningIndex.TryOpen(File, out var index, out _))
                SearchAll(index);
            else
                refused++;
        }
        Assert.True(refused > 10, $"{refused} sections refused");
    }

    /// <summary>One section shorter by an element, or given another size of element, its sums in order.</summary>
    [Fact]
    public void Sections_of_another_length_are_refused()
    {
        Saved(ScreeningIndex.Build(UnIndividuals.All.Take(40)), "");
        var bytes = System.IO.File.ReadAllBytes(File);
        foreach (var (entry, from, length) in Sections(bytes))
        {
            var size = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(entry));
            if (length < size)
                continue;
            var resized = bytes.ToArray();
            BinaryPrimitives.WriteInt32LittleEndian(resized.AsSpan(entry), size * 3);
            Reseal(resized, []);
            AssertRefused(resized, null);
            // The element taken out, what follows moved up to where it is sought then.
            var cut = new List<byte>(bytes[..(from + length - size)]);
            foreach (var (_, next, nextLength) in Sections(bytes).Where(s => s.From > from))
            {
                cut.AddRange(new byte[(64 - (cut.Count % 64)) % 64]);
                cut.AddRange(bytes.AsSpan(next, nextLength));
            }
            var shorter = cut.ToArray();
            BinaryPrimitives.WriteInt64LittleEndian(shorter.AsSpan(entry + 4), length - size);
            Reseal(shorter, Sections(shorter));
            Write(shorter);
            // Of nationalities, weights and the like it is enough that who is asked for them finds some.
            if (ScreeningIndex.TryOpen(File, out var index, out _))
                SearchAll(index);
        }
    }

    [Fact]
    public async Task Two_writers_and_any_number_of_readers_do_each_other_no_harm()
    {
        var cancellation = TestContext.Current.CancellationToken;
        ScreeningIndex[] built = [ScreeningIndex.Build(UnIndividuals.All.Take(300)), ScreeningIndex.Build(UnIndividuals.All.Take(500))];
        built[0].Save(File, "0", cancellation);
        var until = Stopwatch.StartNew();
        var writers = built.Select((index, i) => Task.Run(
            () =>
            {
                var saved = 0;
                for (; until.Elapsed < TimeSpan.FromSeconds(2); saved++)
                    index.Save(File, $"{i}", cancellation);
                return saved;
            },
            cancellation)).ToArray();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(
            () =>
            {
                while (until.Elapsed < TimeSpan.FromSeconds(2))
                {
                    Assert.True(ScreeningIndex.TryOpen(File, out var index, out var problem), problem);
                    Assert.Null(index.Verify(cancellation));
                    Assert.Equal(index.SavedAs == "0" ? 300 : 500, index.Count);
                    Assert.NotEmpty(index.Search(new PersonQuery(UnIndividuals.All[7].Names[0].Text), cancellation: cancellation));
                }
            },
            cancellation)).ToArray();
        Assert.All(await Task.WhenAll(writers), saved => Assert.True(saved > 1));
        await Task.WhenAll(readers);
        Assert.Single(folder.GetFiles());
    }

    [Fact]
    public void A_search_goes_on_while_its_file_is_replaced_deleted_and_let_go()
    {
        var built = ScreeningIndex.Build(UnIndividuals.All);
        var query = Query(UnIndividuals.All[7]);
        var expected = built.Search(query).Select(Told).ToArray();
        Parallel.For(0, 8, i =>
        {
            for (var round = 0; round < 20; round++)
            {
                var path = $"{File}-{i}";
                built.Save(path, "");
                Assert.True(ScreeningIndex.TryOpen(path, out var index, out _));
                System.IO.File.Delete(path);
                if (round % 5 == 0)
                    GC.Collect();
                // Nothing holds the index after its last search: the mapping goes while others search theirs.
                Assert.Equal(expected, index.Search(query).Select(Told));
            }
        });
    }

    [Fact]
    public async Task A_process_killed_while_it_saves_leaves_the_file_before()
    {
        if (Environment.GetEnvironmentVariable(SavingForEver) is { Length: > 0 } given)
        {
            var all = ScreeningIndex.Build(UnIndividuals.All, cancellation: TestContext.Current.CancellationToken);
            while (true)
                all.Save(given, "later");
        }
        Assert.NotEmpty(UnIndividuals.All); // What the process saves; skipped where it is not at hand.
        var cancellation = TestContext.Current.CancellationToken;
        ScreeningIndex.Build(Few, cancellation: cancellation).Save(File, "before", cancellation);
        var start = new ProcessStartInfo("dotnet", [typeof(FileTests).Assembly.Location, "--filter-method", $"*{nameof(A_process_killed_while_it_saves_leaves_the_file_before)}"])
        {
            RedirectStandardOutput = true,
            Environment = { [SavingForEver] = File },
        };
        var left = 0;
        for (var i = 0; i < 3; i++)
        {
            using var process = Process.Start(start)!;
            _ = process.StandardOutput.ReadToEndAsync(cancellation);
            while (folder.GetFiles("*.partial").Length == left)
            {
                Assert.False(process.HasExited, "The process that saves ended by itself.");
                await Task.Delay(1, cancellation);
            }
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(cancellation);
            left = folder.GetFiles("*.partial").Length;
            Assert.True(ScreeningIndex.TryOpen(File, out var index, out var problem), problem);
            Assert.Null(index.Verify(cancellation));
            Assert.Contains(index.SavedAs, new[] { "before", "later" });
        }
        // What was left is cleared away once it is old.
        foreach (var partial in folder.GetFiles("*.partial"))
            partial.LastWriteTimeUtc = DateTime.UtcNow.AddHours(-2);
        ScreeningIndex.Build(Few, cancellation: cancellation).Save(File, "after", cancellation);
        Assert.Single(folder.GetFiles());
    }

    /// <summary>Of every kind of date, of name and of key, so that each section has something.</summary>
    private static ListedPerson[] Few =>
    [
        new("a/1", [new("Abdul Qadeer Specimenzai", ListedNameKind.Primary), new("Haji Qadir", ListedNameKind.LowAlias)], [DateSpan.Parse("1971")], ["PAK", "AFG"], 'M', [new("Passport", "AB1234567", "PAK")]) { BirthPlaces = ["Kandahar, Afghanistan", "قندهار"] },
        new("a/2", [new("Numunawala Mustermani", ListedNameKind.Primary)], [DateSpan.Parse("1968/1970"), DateSpan.Parse("1960~")], [], null, []),
        new("a/3", [new("عبد القدير", ListedNameKind.OriginalScript)], [DateSpan.Parse("1971-08-14")], [], 'F', []),
        new("a/\uD800", [new("Half \uDC00 Surrogate", ListedNameKind.Primary)], [], [], null, []),
    ];

    private ScreeningIndex Saved(ScreeningIndex index, string savedAs)
    {
        index.Save(File, savedAs);
        Assert.True(ScreeningIndex.TryOpen(File, out var opened, out var problem), problem);
        return opened;
    }

    /// <summary>As another process replaces a file: what is mapped stays.</summary>
    private void Write(byte[] bytes)
    {
        System.IO.File.WriteAllBytes($"{File}.new", bytes);
        System.IO.File.Move($"{File}.new", File, overwrite: true);
    }

    private void AssertRefused(byte[] bytes, string? why)
    {
        Write(bytes);
        Assert.False(ScreeningIndex.TryOpen(File, out _, out var problem));
        Assert.Equal(why ?? problem, problem);
    }

    private static byte[] Altered(byte[] bytes, int at)
    {
        var altered = bytes.ToArray();
        altered[at] ^= 0x40;
        return altered;
    }

    /// <summary>Every way in; what the records say may be damaged, and is then told as that.</summary>
    private static void SearchAll(ScreeningIndex index)
    {
        foreach (var person in UnIndividuals.All.Take(6))
        {
            try
            {
                index.Search(Query(person), 0.01);
                index.Compare(Query(person), person.Key);
            }
            catch (InvalidDataException)
            {
            }
        }
    }

    /// <summary>Of each section where its entry in the header stands, where it begins and how long it is.</summary>
    private static List<(int Entry, int From, int Length)> Sections(byte[] bytes)
    {
        var (header, savedAs, count) = (Number(45), Number(49), Number(53));
        var sections = new List<(int, int, int)>();
        var end = header;
        for (var i = 0; i < count; i++)
        {
            var entry = 57 + savedAs + (i * 44);
            var from = (end + 63) / 64 * 64;
            sections.Add((entry, from, (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(entry + 4))));
            end = from + sections[^1].Item3;
        }
        return sections;

        int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
    }

    /// <summary>Writes the sums of the sections, and of the header, anew.</summary>
    private static void Reseal(byte[] bytes, List<(int Entry, int From, int Length)> sections)
    {
        foreach (var (entry, from, length) in sections)
            SHA256.HashData(bytes.AsSpan(from, length)).CopyTo(bytes, entry + 12);
        var header = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(45));
        SHA256.HashData(bytes.AsSpan(0, header - 32)).CopyTo(bytes, header - 32);
    }

    private static PersonQuery Query(ListedPerson person) => new(person.Names[^1].Text)
    {
        DateOfBirth = person.BirthDates.Count > 0 ? person.BirthDates[0].From : PartialDate.Unknown,
        Nationality = person.Nationalities is [var nationality, ..] ? nationality : null,
        Sex = person.Sex,
        DocumentNumber = person.Documents is [var document, ..] ? document.Number : null,
    };

    private static (string, string, double) Told(Hit hit) => (hit.Person.Key, hit.Name.Text, hit.Points);

    private static string Told(ListedPerson person) =>
        $"{person.Key} {string.Join('|', person.Names)} {string.Join('|', person.BirthDates)} {string.Join('|', person.Nationalities)} {person.Sex} {string.Join('|', person.Documents)} {string.Join('|', person.BirthPlaces)}";
}
