using CsCheck;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Tests.Mrz;

public class MrzRepairTests
{
    private const string Confusable = "0ODQ 1IL 2Z 5S 6G 8B";

    [Fact]
    public void Of_a_zone_in_order_nothing_is_proposed() => Gen.OneOf(Zones.Fields, Zones.National).Holds(5_000, fields =>
        Assert.Null(MrzRepair.Propose(Specimens.Read([.. MrzComposer.Compose(fields)]), Specimens.Day)));

    [Fact]
    public void A_letter_in_a_date_and_a_digit_in_a_name_are_proposed_back()
    {
        var proposal = Propose(Specimens.TD3[0].Replace("ERIKSSON", "ERIK5SON"), Specimens.TD3[1].Replace("740812", "74OB12"))!;
        Assert.Equal(Specimens.TD3, proposal.Lines);
        Assert.Equal([new(1, 10, '5', 'S'), new(2, 16, 'O', '0'), new(2, 17, 'B', '8')], proposal.Changes);
        Assert.All(proposal.Findings, f => Assert.Equal("MRZ_CORRECTION_PROPOSED", f.Code));
    }

    [Fact]
    public void A_character_of_the_number_is_proposed_where_the_check_digit_proves_it()
    {
        var proposal = Propose(Specimens.TD3[0], Specimens.TD3[1].Replace("L898902C3", "L8989O2C3"))!;
        Assert.Equal(new MrzChange(2, 6, 'O', '0'), Assert.Single(proposal.Changes));
    }

    [Fact]
    public void What_is_read_is_never_changed()
    {
        var reading = Specimens.Read(Specimens.TD3[0], Specimens.TD3[1].Replace("L898902C3", "L8989O2C3"));
        MrzRepair.Propose(reading, Specimens.Day);
        Assert.Equal("L8989O2C3", reading.Fields!.DocumentNumber);
        Assert.Contains(reading.Findings, f => f.Code == "MRZ_CHECK_DIGIT_DOCUMENT_NUMBER");
    }

    [Fact]
    public void Where_two_letters_are_as_likely_neither_is_proposed()
    {
        var proposal = Propose(Specimens.TD3[0].Replace("ERIKSSON", "ER1KSSON"), Specimens.TD3[1])!;
        Assert.Empty(proposal.Changes);
        var finding = Assert.Single(proposal.Findings);
        Assert.Equal(("MRZ_CORRECTION_AMBIGUOUS", "I, L"), (finding.Code, finding.Evidence["candidates"]));
    }

    [Fact]
    public void A_State_that_nobody_knows_is_no_correction()
    {
        // U0D, U0O and U0Q are no States; UTO is.
        var proposal = Propose(Specimens.TD3[0].Replace("P<UTO", "P<UT0"), Specimens.TD3[1])!;
        Assert.Equal(new MrzChange(1, 5, '0', 'O'), Assert.Single(proposal.Changes));
    }

    [Fact]
    public void What_no_confusion_explains_is_not_repaired()
    {
        Assert.Null(Propose(Specimens.TD3[0], Specimens.TD3[1].Replace("740812", "740813")));
        Assert.Null(Propose("not a zone"));
        Assert.Null(MrzRepair.Propose(Specimens.Read(new string('0', 44), new string('O', 44)), Specimens.Day));
    }

    [Fact]
    public void One_confusion_is_repaired_to_the_original_or_not_at_all()
    {
        int seen = 0, whole = 0, ambiguous = 0;
        Gen.Select(Zones.Fields, Gen.Int[0, 9999], Gen.Int[0, 2]).Holds(4_000, given =>
        {
            var lines = MrzComposer.Compose(given.Item1);
            if (Confuse(lines, given.Item2, given.Item3) is not { } confused || Specimens.Read(confused).Findings.All(f => f.Severity < Severity.Serious))
                return;
            seen++;
            if (MrzRepair.Propose(Specimens.Read(confused), Specimens.Day) is not { } proposal)
                return;
            foreach (var change in proposal.Changes)
                Assert.Equal(lines[change.Line - 1][change.Column - 1], change.Proposed);
            if (proposal.Changes.Count > 0)
            {
                Assert.Equal(lines, proposal.Lines);
                whole++;
            }
            else
            {
                Assert.NotEmpty(proposal.Findings);
                ambiguous++;
            }
        });
        Assert.True(whole > seen / 2, $"{whole} of {seen}");
        Console.WriteLine($"[measure] one confused character that breaks a rule of its zone: {seen} zones, {whole} repaired to the original ({100.0 * whole / seen:F1} %), {ambiguous} ambiguous, {seen - whole - ambiguous} without proposal, 0 wrong");
    }

    [Fact]
    public void Two_confusions_are_repaired_or_left() => Gen.Select(Zones.Fields, Gen.Int[0, 9999], Gen.Int[0, 2], Gen.Int[0, 9999]).Holds(500, given =>
    {
        var (fields, first, kind, second) = given;
        if (Confuse(MrzComposer.Compose(fields), first, kind) is not { } once || Confuse(once, second, kind) is not { } twice)
            return;
        if (MrzRepair.Propose(Specimens.Read(twice), Specimens.Day) is { Changes.Count: > 0 } proposal)
            Assert.All(proposal.Changes, change => Assert.Equal(twice[change.Line - 1][change.Column - 1], change.Found));
    });

    [Fact]
    public void Any_zone_is_answered() =>
        Gen.OneOf(Gen.String[Gen.Char[Zones.Alphanumeric + "<"], 44, 44].Array[2], Gen.String[Gen.Char["01OIDQLZS<"], 30, 30].Array[3], Gen.String[Gen.Char, 36, 36].Array[2]).Holds(300, lines =>
        {
            if (MrzRepair.Propose(Specimens.Read(lines), Specimens.Day) is { } proposal)
                Assert.NotEmpty(proposal.Findings);
        });

    private static MrzProposal? Propose(params string[] lines) => MrzRepair.Propose(Specimens.Read(lines), Specimens.Day);

    /// <summary>The zone with one character read for another; null where none can be.</summary>
    private static string[]? Confuse(IReadOnlyList<string> lines, int place, int kind)
    {
        var places = lines.SelectMany((line, l) => line.Select((c, i) => (l, i, c))).Where(p => p.c != ' ' && Confusable.Contains(p.c)).ToArray();
        if (places.Length == 0)
            return null;
        var (at, column, character) = places[place % places.Length];
        var others = Confusable.Split(' ').Single(group => group.Contains(character)).Replace(character.ToString(), "");
        var other = others[kind % others.Length];
        return [.. lines.Select((line, l) => l == at ? line[..column] + other + line[(column + 1)..] : line)];
    }
}
