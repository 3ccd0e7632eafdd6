using System.Security.Cryptography;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Chips;

/// <summary>
/// Reads the chip of an electronic travel document (Doc 9303-11 §4.2): opens it by PACE or basic access control, reads every
/// file that it lists and gives, and has it prove that it is the original. Thread-safe; one reading uses its transport alone.
/// </summary>
public static class ChipReader
{
    private static readonly byte[] Application = [0xA0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01];

    // Fingers and irises open to their State's own readers alone (§7).
    private static readonly int[] Protected = [3, 4];

    /// <summary>Reads a chip. A chip that is taken away, refuses or breaks off ends the reading; what was read is kept.</summary>
    /// <param name="transport">The way to it.</param>
    /// <param name="password">What is printed on the document.</param>
    /// <param name="progress">Told after every answer.</param>
    /// <param name="cancellation">Stops between two commands.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static async Task<ChipReading> ReadAsync(IChipTransport transport, ChipPassword password, IProgress<ChipProgress>? progress = null, CancellationToken cancellation = default)
    {
        var reading = new Reading(transport, password, progress, mayBeLong: true);
        if (!await TryAsync(reading, cancellation) && reading.BrokeAtLongAnswers)
        {
            // A reader may pass a long command on and not its answer: once more, in short ones.
            var again = new Reading(transport, password, progress, mayBeLong: false);
            if (await TryAsync(again, cancellation) || again.Result.Files.Count >= reading.Result.Files.Count)
                reading = again;
        }
        return reading.Result;
    }

    /// <summary>Reads to the end; false where it broke off, which the findings tell.</summary>
    private static async Task<bool> TryAsync(Reading reading, CancellationToken cancellation)
    {
        try
        {
            await reading.RunAsync(cancellation);
            return true;
        }
        catch (ChipStoppedException stopped)
        {
            reading.Findings.Add(stopped.Finding);
        }
        catch (ChipRemovedException)
        {
            reading.Findings.Add(ChipRule.Removed.Found(null, reading.Step));
        }
        catch (IOException) when (reading.BrokeAtLongAnswers)
        {
            reading.Findings.Add(ChipRule.Removed.Found(null, reading.Step));
        }
        return false;
    }

    private sealed class Reading(IChipTransport transport, ChipPassword password, IProgress<ChipProgress>? progress, bool mayBeLong)
    {
        private readonly ChipSession session = new(transport);
        private readonly ChipFiles files = new(progress);
        private string? access;
        private ChipProof proof;
        private bool isComplete;

        public List<Finding> Findings { get; } = [];

        /// <summary>What is being done, for evidence.</summary>
        public string Step { get; private set; } = ElementaryFile.Information.Name;

        public bool BrokeAtLongAnswers => files.IsTryingLong;

        public ChipReading Result => new() { Files = files.Read, Access = access, Proof = proof, Findings = Findings, IsComplete = isComplete };

        public async Task RunAsync(CancellationToken cancellation)
        {
            if (mayBeLong)
                files.Take(await AnswerLength.FindAsync(session, cancellation));
            else
                await LeaveSessionAsync(cancellation);
            Step = ElementaryFile.CardAccess.Name;
            var outcome = await OpenByPaceAsync(cancellation);
            Step = "application";
            var selected = await session.SendAsync(new CommandApdu(0x00, 0xA4, 0x04, 0x0C, Application), cancellation);
            if (!selected.IsSuccess)
                throw new ChipStoppedException(ChipRule.ApplicationAbsent.Found(null, ChipSession.Text(selected.Status)));
            if (access is null)
                await OpenByBasicAccessAsync(cancellation);
            var whole = await ReadFilesAsync(cancellation);
            await ProveAsync(outcome, cancellation);
            isComplete = whole;
        }

        /// <summary>The first command in the clear ends the session that was broken off (§9.8.5); the second leads out of the application.</summary>
        private async Task LeaveSessionAsync(CancellationToken cancellation)
        {
            var masterFile = new CommandApdu(0x00, 0xA4, 0x00, 0x0C, new byte[] { 0x3F, 0x00 });
            await session.SendAsync(masterFile, cancellation);
            await session.SendAsync(masterFile, cancellation);
        }

        private async Task<PaceOutcome?> OpenByPaceAsync(CancellationToken cancellation)
        {
            if (await files.ReadAsync(session, ElementaryFile.CardAccess, Findings, cancellation, isExpected: false) is not { } encoded)
                return null;
            var infos = SecurityInfos.Read(encoded) ?? SecurityInfos.Empty;
            var offers = infos.Pace.ToArray();
            if (offers.Length == 0)
            {
                Findings.Add(ChipRule.PaceUnknown.Found(ElementaryFile.CardAccess.Name));
                return null;
            }
            var offer = offers[0];
            Step = offer.Variant.Name;
            var outcome = await PaceTerminal.OpenAsync(
                session, offer, password, offers.Count(o => o.Variant == offer.Variant) == 1, PaceSecrets.New(offer.Variant, offer.Group), cancellation);
            if (outcome.IsOpen)
            {
                access = offer.Variant.Name;
                if (offer.Variant.Mapping == PaceMapping.ChipAuthentication)
                    await files.ReadAsync(session, ElementaryFile.CardSecurity, Findings, cancellation);
                return outcome;
            }
            if (outcome.IsPasswordWrong)
                throw new ChipStoppedException(ChipRule.AccessRefused.Found(null, offer.Variant.Name, ChipSession.Text(outcome.Status)));
            Findings.Add(ChipRule.PaceFailed.Found(null, offer.Variant.Name, outcome.Step));
            return null;
        }

        private async Task OpenByBasicAccessAsync(CancellationToken cancellation)
        {
            Step = "BAC";
            // A chip without access control gives its first file to anybody.
            var open = await session.SendAsync(new CommandApdu(0x00, 0xB0, (byte)(0x80 | ElementaryFile.Common.ShortId), 0x00, default, 1), cancellation);
            if (open.IsSuccess)
            {
                Findings.Add(ChipRule.AccessAbsent.Found(null));
                return;
            }
            var refused = password.IsZone ? await BasicAccess.OpenAsync(session, password, cancellation) : ResponseApdu.SecurityNotSatisfied;
            if (refused is { } status)
                throw new ChipStoppedException(ChipRule.AccessRefused.Found(null, "BAC", ChipSession.Text(status)));
            access = "BAC";
        }

        private async Task<bool> ReadFilesAsync(CancellationToken cancellation)
        {
            Step = ElementaryFile.Common.Name;
            var common = await files.ReadAsync(session, ElementaryFile.Common, Findings, cancellation);
            Step = ElementaryFile.Security.Name;
            var security = await files.ReadAsync(session, ElementaryFile.Security, Findings, cancellation);
            // What either of the two lists: a group that one leaves out is what a forger would want unread.
            var listed = new SortedSet<int>();
            if (common is { } bytes && LdsReader.Read(new Dictionary<ElementaryFile, ReadOnlyMemory<byte>> { [ElementaryFile.Common] = bytes }, default).Common is { } list)
                listed.UnionWith(list.Groups);
            if (security is { } sod && SecurityObjectReader.Read(sod, []) is { } signed)
                listed.UnionWith(signed.Hashes.Keys);
            listed.ExceptWith(Protected);
            files.Expect(listed.Count);
            var whole = common is not null && security is not null;
            foreach (var group in listed)
            {
                var file = ElementaryFile.DataGroup(group);
                Step = file.Name;
                whole &= await files.ReadAsync(session, file, Findings, cancellation) is not null;
            }
            return whole;
        }

        /// <summary>The original has a private key that a copy lacks: the strongest proof that the chip offers is asked for.</summary>
        private async Task ProveAsync(PaceOutcome? outcome, CancellationToken cancellation)
        {
            Step = "chip authentication";
            var announced = Content(14) is { } encoded ? SecurityInfos.Read(encoded) : SecurityInfos.Empty;
            FindDowngrade(announced);
            if (outcome is { ProvesChip: true })
            {
                // Who was opened so and does not show the key that goes with it has not got it.
                var infos = files.Read.TryGetValue(ElementaryFile.CardSecurity, out var secured) && SignedContent.Read(secured).Read is { } signed ? SecurityInfos.Read(signed.Content) : null;
                if (infos is null || !infos.ChipAuthenticationKeys.Any(key => outcome.Proves(key.Public)))
                    Findings.Add(ChipRule.ChipAuthenticationFailed.Found(null, access!));
                else
                    proof = ChipProof.PaceChipAuthentication;
                return;
            }
            if (announced is null)
                Findings.Add(ChipRule.KeyUnreadable.Found(null, ElementaryFile.DataGroup(14).Name));
            else if (announced.ChipAuthenticationKeys.FirstOrDefault() is { } key)
            {
                await AuthenticateChipAsync(key, cancellation);
                return;
            }
            if (Content(15) is { } activeKey)
                await AuthenticateActivelyAsync(activeKey, announced?.ActiveAuthenticationAlgorithm, cancellation);
            else
                Findings.Add(ChipRule.OriginalityUnproven.Found(null));
        }

        /// <summary>EF.CardAccess is not signed: what EF.DG14, which is, says beyond it was taken away by somebody who wants a weaker way in.</summary>
        private void FindDowngrade(SecurityInfos? signed)
        {
            var open = files.Read.TryGetValue(ElementaryFile.CardAccess, out var encoded) && SecurityInfos.Read(encoded) is { } infos ? infos : SecurityInfos.Empty;
            var hidden = (signed ?? SecurityInfos.Empty).Pace.Select(offer => offer.Variant.Name).Except(open.Pace.Select(offer => offer.Variant.Name)).ToArray();
            if (hidden.Length > 0)
                Findings.Add(ChipRule.AccessDowngraded.Found(ElementaryFile.CardAccess.Name, string.Join(", ", hidden)));
        }

        private async Task AuthenticateChipAsync(ChipAuthenticationKey key, CancellationToken cancellation)
        {
            var protocol = $"CA-{(key.Group.IsCurve ? "ECDH" : "DH")} {key.Cipher.Name}";
            try
            {
                // A copy does not know the session that its answer made, and the next answer shows it.
                var isOpen = await ChipAuthentication.OpenAsync(session, key, cancellation)
                    && (await session.SendAsync(new CommandApdu(0x00, 0xB0, (byte)(0x80 | ElementaryFile.Common.ShortId), 0x00, default, 1), cancellation)).IsSuccess;
                if (isOpen)
                    proof = ChipProof.ChipAuthentication;
                else
                    Findings.Add(ChipRule.ChipAuthenticationFailed.Found(null, protocol));
            }
            catch (ChipStoppedException)
            {
                Findings.Add(ChipRule.ChipAuthenticationFailed.Found(null, protocol));
            }
        }

        private async Task AuthenticateActivelyAsync(ReadOnlyMemory<byte> key, string? algorithm, CancellationToken cancellation)
        {
            Step = "active authentication";
            var challenge = RandomNumberGenerator.GetBytes(8);
            var answer = await session.SendAsync(new CommandApdu(0x00, 0x88, 0x00, 0x00, challenge, 256), cancellation);
            var holds = answer.IsSuccess ? ActiveAuthentication.Verify(key, algorithm, challenge, answer.Data.ToArray()) : false;
            if (holds is null)
                Findings.Add(ChipRule.KeyUnreadable.Found(null, ElementaryFile.DataGroup(15).Name));
            else if (holds.Value)
                proof = ChipProof.ActiveAuthentication;
            else
                Findings.Add(ChipRule.ActiveAuthenticationFailed.Found(null));
        }

        private ReadOnlyMemory<byte>? Content(int group) =>
            files.Read.TryGetValue(ElementaryFile.DataGroup(group), out var bytes) ? LdsReader.Content(ElementaryFile.DataGroup(group), bytes, []) : null;
    }
}
