using CsCheck;
using Rahdari.Documents.Chips;
using Rahdari.Documents.Chips.Simulated;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Specimens;
using Rahdari.Documents.Tests.Lds;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Tests.Chips;

public class ChipReaderTests
{
    public static TheoryData<string> Variants => [.. ChipKeys.PaceVariants];

    /// <summary>Every way for a chip to prove itself, with what it is opened by.</summary>
    public static TheoryData<string?, ChipProof, bool> Proofs => new()
    {
        { null, ChipProof.ActiveAuthentication, false },
        { null, ChipProof.ActiveAuthentication, true },
        { null, ChipProof.ChipAuthentication, false },
        { "PACE-ECDH-GM AES-128", ChipProof.ActiveAuthentication, true },
        { "PACE-ECDH-GM AES-256", ChipProof.ChipAuthentication, false },
        { "PACE-DH-GM AES-128", ChipProof.ChipAuthentication, false },
        { "PACE-ECDH-CAM AES-128", ChipProof.PaceChipAuthentication, false },
    };

    public static TheoryData<SpecimenLie, string?> Lies => [.. PassiveAuthenticationLies()];

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task A_chip_is_read_over_every_variant_of_PACE_with_zone_and_card_number(string variant)
    {
        var issued = Issued.State.Issue(Issued.Passport with { Keys = ChipKeys.Create(variant) });
        var card = ChipPassword.OfCard("123456");
        foreach (var password in new[] { issued.Password, card })
        {
            var reading = await Read(issued.Chip(card), password);
            Assert.Equal(variant, reading.Access);
            Assert.True(reading.IsComplete);
            Assert.Equal(variant.Contains("CAM", StringComparison.Ordinal) ? [] : ["CHIP_ORIGINALITY_NOT_PROVEN"], reading.Findings.Select(f => f.Code));
            AssertSame(issued.Files, reading.Files);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    public async Task A_chip_is_read_in_every_standardised_group(int group)
    {
        var kind = group <= 2 ? "DH" : "ECDH";
        // Of the standard's primes one leaves 1 modulo 4 and has no integrated mapping.
        foreach (var variant in group == 10 ? [$"PACE-{kind}-GM AES-192"] : new[] { $"PACE-{kind}-GM AES-192", $"PACE-{kind}-IM AES-256" })
        {
            var issued = Issued.State.Issue(Issued.Passport with { Keys = ChipKeys.Create(variant, group) });
            var reading = await Read(issued.Chip(), issued.Password);
            Assert.Equal(variant, reading.Access);
            Assert.True(reading.IsComplete);
        }
    }

    [Fact]
    public async Task A_chip_is_read_over_basic_access_control()
    {
        var issued = Issued.State.Issue(Issued.Passport);
        var reading = await Read(issued.Chip(), issued.Password);
        Assert.Equal("BAC", reading.Access);
        Assert.True(reading.IsComplete);
        Assert.Equal(["CHIP_ORIGINALITY_NOT_PROVEN"], reading.Findings.Select(f => f.Code));
        AssertSame(issued.Files, reading.Files);
    }

    [Theory]
    [MemberData(nameof(Proofs))]
    public async Task The_original_proves_itself_and_a_copy_cannot(string? pace, ChipProof proof, bool onCurve)
    {
        var passport = Issued.Passport with { Keys = ChipKeys.Create(pace, proof: proof, onCurve: onCurve) };
        var original = Issued.State.Issue(passport);
        var reading = await Read(original.Chip(), original.Password);
        Assert.Empty(reading.Findings);
        Assert.Equal(proof, reading.Proof);
        Assert.DoesNotContain(Inspect(original, reading), IsOfChip);

        var copy = Issued.State.Issue(passport, SpecimenLie.ChipCloned);
        var copied = await Read(copy.Chip(), copy.Password);
        Assert.Equal(ChipProof.None, copied.Proof);
        Assert.Equal([proof == ChipProof.ActiveAuthentication ? "CHIP_ACTIVE_AUTHENTICATION_FAILED" : "CHIP_AUTHENTICATION_FAILED"], Inspect(copy, copied).Where(IsOfChip).Select(f => f.Code));
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task Each_lie_gives_its_own_finding_over_the_chip(SpecimenLie lie, string? code)
    {
        foreach (var keys in new[] { ChipKeys.Create(proof: ChipProof.ActiveAuthentication), ChipKeys.Create("PACE-ECDH-GM AES-128", proof: ChipProof.ChipAuthentication) })
        {
            var issued = Issued.State.Issue(Issued.Passport with { Keys = keys }, lie);
            var found = Inspect(issued, await Read(issued.Chip(), issued.Password)).Where(IsOfChip).Select(f => f.Code);
            // A group that is signed and not given is refused by the chip as well.
            Assert.Equal(lie == SpecimenLie.FaceMissing ? [code!, "CHIP_FILE_REFUSED"] : code is null ? [] : [code], found);
        }
    }

    [Fact]
    public async Task Another_password_does_not_open_it()
    {
        foreach (var keys in new[] { ChipKeys.Create(), ChipKeys.Create("PACE-ECDH-GM AES-128"), ChipKeys.Create("PACE-DH-IM 3DES") })
        {
            var issued = Issued.State.Issue(Issued.Passport with { Keys = keys });
            var reading = await Read(issued.Chip(), ChipPassword.OfZone(Issued.Fields with { DocumentNumber = "SPC000043" }));
            Assert.Equal(["CHIP_ACCESS_REFUSED"], reading.Findings.Select(f => f.Code));
            Assert.DoesNotContain(reading.Files, f => f.Key.Group is not null);
        }
    }

    [Fact]
    public async Task A_portrait_behind_the_reach_of_a_short_offset_is_read()
    {
        var face = new byte[80_000];
        new Random(1).NextBytes(face);
        Issued.Jpeg.CopyTo(face, 0);
        var issued = Issued.State.Issue(Issued.Passport with { Face = face });
        var reading = await Read(issued.Chip(), issued.Password);
        Assert.True(reading.IsComplete);
        AssertSame(issued.Files, reading.Files);
    }

    [Theory]
    [InlineData(258)]
    [InlineData(261)]
    [InlineData(300)]
    [InlineData(1520)]
    [InlineData(4096)]
    [InlineData(65535)]
    public async Task A_chip_that_knows_extended_lengths_is_asked_for_as_much_as_it_gives(int length)
    {
        var face = new byte[80_000];
        new Random(1).NextBytes(face);
        Issued.Jpeg.CopyTo(face, 0);
        foreach (var keys in new[] { ChipKeys.Create(), ChipKeys.Create("PACE-ECDH-GM AES-128", proof: ChipProof.ChipAuthentication), ChipKeys.Create("PACE-DH-GM 3DES") })
        {
            var issued = Issued.State.Issue(Issued.Passport with { Face = face, Keys = keys });
            var (shortly, chip) = (issued.Chip(), issued.Chip(answerLength: length));
            Assert.True((await Read(shortly, issued.Password)).IsComplete);
            var reading = await Read(chip, issued.Password);
            Assert.True(reading.IsComplete);
            AssertSame(issued.Files, reading.Files);
            // As much fewer commands as the answers are longer; three ask for the length, some sixty open, select and prove.
            Assert.InRange(chip.Commands, 1, length == 258 ? shortly.Commands + 3 : Math.Min(shortly.Commands - 1, (shortly.Commands * 258 / Math.Min(length, 4096)) + 60));
        }
    }

    [Fact]
    public async Task A_reader_that_passes_short_commands_alone_gets_short_ones()
    {
        var issued = Issued.State.Issue(Issued.Passport);
        var reader = new ShortReader(issued.Chip(answerLength: 1520));
        var reading = await Read(reader, issued.Password);
        Assert.True(reading.IsComplete);
        Assert.Equal(1, reader.Refused);
        AssertSame(issued.Files, reading.Files);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_that_passes_long_commands_and_loses_the_answers_gets_short_ones(bool fails)
    {
        foreach (var keys in new[] { ChipKeys.Create(), ChipKeys.Create("PACE-ECDH-GM AES-128") })
        {
            var issued = Issued.State.Issue(Issued.Passport with { Keys = keys });
            var reading = await Read(new LosingReader(issued.Chip(answerLength: 1520), fails), issued.Password);
            Assert.True(reading.IsComplete);
            Assert.Equal(["CHIP_ORIGINALITY_NOT_PROVEN"], reading.Findings.Select(f => f.Code));
            AssertSame(issued.Files, reading.Files);
        }
    }

    [Fact]
    public void Whatever_a_chip_says_of_its_lengths_it_is_read()
    {
        var issued = Issued.State.Issue(Issued.Passport with { Holder = null, Issue = null });
        var said = Convert.FromHexString("4301F84703F741E07F6608020205F0020205F0");
        Mutations.Of(said).Holds(1000, bytes => Assert.True(Read(new InterruptedChip(issued.Chip(answerLength: 65535), "00B0000000", Convert.ToHexString(bytes) + "9000"), issued.Password).GetAwaiter().GetResult().IsComplete));
    }

    [Fact]
    public async Task A_chip_taken_away_at_any_command_leaves_what_was_read()
    {
        var issued = Issued.State.Issue(Issued.Passport with { Keys = ChipKeys.Create("PACE-ECDH-GM AES-128", proof: ChipProof.ChipAuthentication) });
        var whole = issued.Chip();
        await Read(whole, issued.Password);
        var files = 0;
        for (var at = 1; at <= whole.Commands; at++)
        {
            var chip = issued.Chip();
            chip.RemovedAt = at;
            var reading = await Read(chip, issued.Password);
            Assert.Equal("CHIP_REMOVED", Assert.Single(reading.Findings).Code);
            Assert.False(reading.IsComplete);
            // What was not read is not missing.
            Assert.DoesNotContain(Inspect(issued, reading), f => IsOfChip(f) && f.Severity >= Severity.Serious);
            Assert.True(reading.Files.Count >= files);
            files = reading.Files.Count;
            Assert.All(reading.Files, f => Assert.True(f.Key == ElementaryFile.CardAccess || f.Value.Span.SequenceEqual(issued.Files[f.Key].Span)));
        }
        Assert.Equal(issued.Files.Count + 1, files);
    }

    [Fact]
    public async Task What_is_said_in_the_clear_ends_the_session_and_nothing_more_is_asked()
    {
        foreach (var keys in new[] { ChipKeys.Create(), ChipKeys.Create("PACE-ECDH-GM AES-128") })
        {
            var issued = Issued.State.Issue(Issued.Passport with { Keys = keys });
            var listener = new InterruptedChip(issued.Chip(), "0CB0", "6982");
            var reading = await Read(listener, issued.Password);
            Assert.Contains(reading.Findings, f => f.Code == "CHIP_MESSAGING_BROKEN");
            Assert.StartsWith("0CB0", listener.Sent[^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_chip_that_is_opened_by_its_key_and_withholds_it_is_a_copy()
    {
        var issued = Issued.State.Issue(Issued.Passport with { Keys = ChipKeys.Create("PACE-ECDH-CAM AES-128") });
        var files = issued.Files.Where(f => f.Key != ElementaryFile.CardSecurity).ToDictionary();
        var reading = await Read(new SimulatedChip(files, issued.Password, issued.Keys), issued.Password);
        Assert.Contains(reading.Findings, f => f.Code == "CHIP_AUTHENTICATION_FAILED");
        Assert.Equal(ChipProof.None, reading.Proof);
    }

    [Fact]
    public void An_answer_cut_off_or_changed_at_any_byte_never_passes_for_the_chips()
    {
        var issued = Issued.State.Issue(Issued.Passport with { Holder = null, Issue = null });
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, 300], Gen.Byte, Gen.Bool).Holds(1000, value =>
        {
            var (command, at, change, isCut) = value;
            var chip = new MeddledChip(issued.Chip(), command, at, change, isCut);
            var reading = Read(chip, issued.Password).GetAwaiter().GetResult();
            Assert.True(!chip.HasMeddled || reading.Findings.Any(f => f.Code != "CHIP_ORIGINALITY_NOT_PROVEN") || reading.IsComplete);
            Assert.All(reading.Files, f => Assert.True(f.Value.Span.SequenceEqual(issued.Files[f.Key].Span)));
        });
    }

    [Fact]
    public void A_chip_that_answers_anything_is_answered()
    {
        var password = ChipPassword.OfZone(Issued.Fields);
        Gen.Byte.Array[0, 60].Array[1, 30].Holds(2000, answers =>
        {
            var reading = Read(new BabblingChip(answers), password).GetAwaiter().GetResult();
            Assert.False(reading.IsComplete);
            Assert.NotEmpty(reading.Findings);
        });
    }

    [Fact]
    public void A_chip_may_say_any_length()
    {
        Gen.Select(Gen.Byte.Array[1, 5], Gen.Byte.Array[0, 40]).Holds(2000, value =>
        {
            var (length, content) = value;
            var files = new Dictionary<ElementaryFile, ReadOnlyMemory<byte>> { [ElementaryFile.Common] = (byte[])[0x60, .. length, .. content] };
            var reading = Read(new SimulatedChip(files, ChipPassword.OfZone(Issued.Fields), ChipKeys.Create()), ChipPassword.OfZone(Issued.Fields)).GetAwaiter().GetResult();
            Assert.All(reading.Files, f => Assert.True(f.Value.Length <= 46));
        });
    }

    [Fact]
    public void Any_bytes_of_announcements_are_answered()
    {
        var good = ChipKeys.Create("PACE-ECDH-GM AES-128", proof: ChipProof.ChipAuthentication).SecurityInfos.ToArray();
        Mutations.Of(good).Holds(5000, bytes => _ = SecurityInfos.Read(bytes)?.ChipAuthenticationKeys.Count() + SecurityInfos.Read(bytes)?.Pace.Count());
    }

    [Fact]
    public async Task Progress_runs_from_nought_to_the_whole_and_reading_can_be_stopped()
    {
        var issued = Issued.State.Issue(Issued.Passport);
        var shares = new List<double>();
        await ChipReader.ReadAsync(issued.Chip(), issued.Password, new Told(p => shares.Add(p.Share)), TestContext.Current.CancellationToken);
        Assert.Equal(1, shares[^1]);
        Assert.All(shares, share => Assert.InRange(share, 0, 1));
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ChipReader.ReadAsync(issued.Chip(), issued.Password, new Told(_ => stop.Cancel()), stop.Token));
    }

    private static IEnumerable<TheoryDataRow<SpecimenLie, string?>> PassiveAuthenticationLies() => Trust.PassiveAuthenticationTests.Lies
        .Select(row => row.Data.Item1 == SpecimenLie.ChipCloned ? null : row).OfType<TheoryDataRow<SpecimenLie, string?>>();

    private static bool IsOfChip(Finding finding) => finding.Code.StartsWith("CHIP_", StringComparison.Ordinal) || finding.Code.StartsWith("LDS_", StringComparison.Ordinal);

    private static Task<ChipReading> Read(IChipTransport chip, ChipPassword password) => ChipReader.ReadAsync(chip, password, cancellation: TestContext.Current.CancellationToken);

    private static IReadOnlyList<Finding> Inspect(SpecimenChip issued, ChipReading reading)
    {
        var data = LdsReader.Read(reading.Files, Issued.Today);
        var evidence = new ChipEvidence(data, PassiveAuthentication.Verify(data, Issued.State.Anchors, Issued.Now)) { Reading = reading.Findings };
        return DocumentInspector.Inspect(new DocumentEvidence(MrzReader.Read(string.Join('\n', issued.Zone), Issued.Today)) { Chip = evidence }, Issued.Today);
    }

    private static void AssertSame(IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> issued, IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> read)
    {
        Assert.Equal(issued.Keys.Select(f => f.Name).Order(), read.Keys.Where(f => f != ElementaryFile.CardAccess).Select(f => f.Name).Order());
        Assert.All(issued, f => Assert.True(f.Value.Span.SequenceEqual(read[f.Key].Span), f.Key.Name));
    }

    private sealed class Told(Action<ChipProgress> tell) : IProgress<ChipProgress>
    {
        public void Report(ChipProgress value) => tell(value);
    }

    /// <summary>A reader as many are: an extended command does not reach the chip.</summary>
    private sealed class ShortReader(SimulatedChip chip) : IChipTransport
    {
        public int Refused { get; private set; }

        public ValueTask<byte[]> TransmitAsync(ReadOnlyMemory<byte> command, CancellationToken cancellation)
        {
            if (command.Length < 7 || command.Span[4] != 0)
                return chip.TransmitAsync(command, cancellation);
            Refused++;
            throw new IOException("The reader refused the command.");
        }
    }

    /// <summary>A reader whose buffer holds short answers: of a long one it fails, or gives a status of its own.</summary>
    private sealed class LosingReader(SimulatedChip chip, bool fails) : IChipTransport
    {
        public async ValueTask<byte[]> TransmitAsync(ReadOnlyMemory<byte> command, CancellationToken cancellation)
        {
            var answer = await chip.TransmitAsync(command, cancellation);
            return answer.Length <= 258 ? answer : fails ? throw new IOException("The buffer is too small.") : [0x67, 0x00];
        }
    }

    private sealed class MeddledChip(SimulatedChip chip, int command, int at, byte change, bool isCut) : IChipTransport
    {
        private int count;

        public bool HasMeddled { get; private set; }

        public async ValueTask<byte[]> TransmitAsync(ReadOnlyMemory<byte> sent, CancellationToken cancellation)
        {
            var answer = await chip.TransmitAsync(sent, cancellation);
            if (++count != command || at >= answer.Length)
                return answer;
            HasMeddled = isCut || change != 0;
            if (isCut)
                return answer[..at];
            answer[at] ^= change;
            return answer;
        }
    }

    private sealed class BabblingChip(byte[][] answers) : IChipTransport
    {
        private int next;

        /// <summary>Every other answer claims success.</summary>
        public ValueTask<byte[]> TransmitAsync(ReadOnlyMemory<byte> command, CancellationToken cancellation)
        {
            var answer = answers[next % answers.Length];
            return ValueTask.FromResult(next++ % 2 == 0 ? [.. answer, 0x90, 0x00] : answer);
        }
    }
}
