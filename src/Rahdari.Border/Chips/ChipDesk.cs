using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Border.Trust;
using Rahdari.Documents.Chips;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Trust;

namespace Rahdari.Border.Chips;

/// <summary>Chips at the counter: verified against the State's certificates, held against the zone, added to the encounter's advice. Thread-safe.</summary>
public sealed class ChipDesk
{
    /// <summary>What a chip can give rise to: a later reading of it takes the place of these.</summary>
    private static readonly HashSet<string> OfChips = [.. new[] { ChipRule.All, ChipRules.All, LdsRule.All, PassiveRule.All }.SelectMany(rules => rules).Select(rule => rule.Code)];

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly TrustStore trust;
    private readonly WatchlistScreen screen;
    private readonly TimeProvider clock;

    internal ChipDesk(SiteFolder site, BorderStorage storage, LedgerWriter ledger, TrustStore trust, WatchlistScreen screen, TimeProvider clock) =>
        (settings, this.storage, this.ledger, this.trust, this.screen, this.clock) = (site.Settings, storage, ledger, trust, screen, clock);

    /// <summary>
    /// Adds a chip to an encounter that is not decided: verifies it, compares it with the zone, and advises anew; screens the holder again
    /// with the place of birth that the State signed, which no zone has. Presented again it takes the place of the reading before. Roles: officer, supervisor; audited.
    /// </summary>
    public async Task<Answer<Encounter>> PresentAsync(Guid encounterId, ChipPresented chip, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor) is { } denied)
            return denied;
        var files = chip.Checked();
        if (!files.Succeeded)
            return files.Problem;
        var now = clock.GetUtcNow();
        var today = settings.LocalDay(now);
        var data = LdsReader.Read(files.Value, today);
        var passive = PassiveAuthentication.Verify(data, await trust.AnchorsAsync(PassiveAuthentication.SignersNamed(data), cancellation), now);
        var evidence = new ChipEvidence(data, passive) { Reading = [.. chip.Weighed()] };
        return await ledger.WriteAsync(append => WriteAsync(append, encounterId, chip, evidence, actor, today, cancellation), cancellation);
    }

    /// <summary>The portrait on the chip of an encounter. Roles: officer, supervisor; audited.</summary>
    public async Task<Answer<ChipPortrait>> PortraitAsync(Guid encounterId, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor) is { } denied)
            return denied;
        await using var db = storage.Open();
        if (await db.Encounters.AsNoTracking().Where(e => e.Id == encounterId).Select(e => e.Port).SingleOrDefaultAsync(cancellation) is not { } port)
            return BorderRule.EncounterNotFound.Broken(null, ("encounter", encounterId.ToString()));
        if (actor.IsElsewhere(port) is { } elsewhere)
            return elsewhere;
        var stored = await db.EncounterChips.AsNoTracking().SingleOrDefaultAsync(c => c.EncounterId == encounterId, cancellation);
        await ledger.AuditAsync(actor, AuditAction.ChipPortraitRead, "encounter", encounterId.ToString(), port, null, cancellation);
        var files = stored is null ? [] : JsonSerializer.Deserialize(stored.Files, BorderJson.Default.DictionaryStringByteArray)!;
        var face = files.TryGetValue(ElementaryFile.DataGroup(2).Name, out var group)
            ? LdsReader.Read(new Dictionary<ElementaryFile, ReadOnlyMemory<byte>> { [ElementaryFile.DataGroup(2)] = group }, settings.LocalDay(clock.GetUtcNow())).Face
            : null;
        return face is null ? BorderRule.ChipPortraitAbsent.Broken(null, ("encounter", encounterId.ToString())) : new ChipPortrait(face.Kind, face.Encoded);
    }

    internal static bool IsOfChip(Finding finding) => OfChips.Contains(finding.Code);

    private async Task<Answer<Encounter>> WriteAsync(
        LedgerAppend append, Guid encounterId, ChipPresented chip, ChipEvidence evidence, Actor actor, DateOnly today, CancellationToken cancellation)
    {
        var db = append.Db;
        var open = await OpenEncounter.FindAsync(db, encounterId, actor, cancellation);
        if (!open.Succeeded)
            return open.Problem;
        var row = open.Value;
        var content = EncounterContent.Of(row.Content);
        var zone = new MrzReading(content.MrzLines, content.Document, []);
        var found = DocumentInspector.Inspect(new DocumentEvidence(zone) { Chip = evidence, Page = content.Page?.Page }, today).Where(IsOfChip);
        content = content.Added(IsOfChip, found) with
        {
            Chip = Seen(chip, evidence, actor, append.Now),
        };
        row.Content = content.ToJson();
        var files = JsonSerializer.SerializeToUtf8Bytes(chip.Files.ToDictionary(), BorderJson.Default.DictionaryStringByteArray);
        if (await db.EncounterChips.SingleOrDefaultAsync(c => c.EncounterId == encounterId, cancellation) is { } before)
            before.Files = files;
        else
            db.EncounterChips.Add(new EncounterChipRow { EncounterId = encounterId, Files = files });
        append.Audit(actor.Name, AuditAction.ChipPresented, "encounter", encounterId.ToString(), row.Port, $"{chip.Access ?? "not opened"}, {chip.Proof}");
        var shown = (await EncounterView.ReadAsync(db, [row], cancellation))[0];
        if (content.Chip.SignedPlaceOfBirth is not { } place)
            return shown;
        var hits = await screen.Screen(shown.Document, place, cancellation).AddAsync(append, row, shown.Document, shown.Hits, today, actor.Name, cancellation);
        return EncounterView.Of(row, [.. shown.Hits.Concat(hits.Select(EncounterView.Of)).OrderByDescending(hit => hit.Match.Score)]);
    }

    private static ChipSeen Seen(ChipPresented chip, ChipEvidence evidence, Actor actor, DateTimeOffset now) => new()
    {
        At = now,
        By = actor.Name,
        Access = chip.Access,
        Proof = evidence.Passive.IsGenuine ? chip.Proof : ChipProof.None, // A key that the State did not sign proves nothing.
        IsComplete = chip.IsComplete,
        IsSigned = evidence.Passive.IsGenuine,
        Signer = evidence.Passive.Signer?.Subject,
        Authority = evidence.Passive.Authority?.Subject,
        Document = evidence.Data.Zone?.Fields,
        Holder = evidence.Data.Holder,
        Issue = evidence.Data.Issue,
        Portrait = evidence.Data.Face?.Kind,
    };
}
