using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Border.Trust;
using Rahdari.Border.Visas;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Seals;
using Rahdari.Documents.Trust;

namespace Rahdari.Border.Pictures;

/// <summary>Pictures of documents' pages at the counter: held against the zone presented, their seals verified, added to the encounter's advice. Of the picture the portrait alone is kept. Thread-safe.</summary>
public sealed class PictureDesk
{
    /// <summary>What a picture can give rise to: a later one takes the place of these.</summary>
    private static readonly HashSet<string> OfPictures = [.. new[] { PictureRules.All, SealRules.All }.SelectMany(rules => rules).Select(rule => rule.Code)];

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly TrustStore trust;
    private readonly VisaDesk visas;

    internal PictureDesk(SiteFolder site, BorderStorage storage, LedgerWriter ledger, TrustStore trust, VisaDesk visas) =>
        (settings, this.storage, this.ledger, this.trust, this.visas) = (site.Settings, storage, ledger, trust, visas);

    /// <summary>
    /// Adds a picture to an encounter that is not decided and advises anew. Presented again it takes the place of the one before;
    /// that of a visa, shown with a passport, is added as the visa.
    /// Roles: officer, supervisor; audited.
    /// </summary>
    public async Task<Answer<Encounter>> PresentAsync(Guid encounterId, PicturePresented picture, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor) is { } denied)
            return denied;
        var named = picture.Barcodes.Select(BarcodeInspection.SignerNamed).OfType<SignerName>().ToArray();
        var anchors = await trust.AnchorsAsync(named, cancellation);
        return await ledger.WriteAsync(append => WriteAsync(append, encounterId, picture, anchors, actor, cancellation), cancellation);
    }

    /// <summary>The portrait on the page of an encounter, as JPEG. Roles: officer, supervisor; audited.</summary>
    public async Task<Answer<byte[]>> PortraitAsync(Guid encounterId, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var id = ("encounter", encounterId.ToString());
        if (await db.Encounters.AsNoTracking().Where(e => e.Id == encounterId).Select(e => e.Port).SingleOrDefaultAsync(cancellation) is not { } port)
            return BorderRule.EncounterNotFound.Broken(null, id);
        if (actor.IsElsewhere(port) is { } elsewhere)
            return elsewhere;
        var portrait = await db.EncounterPictures.AsNoTracking().Where(p => p.EncounterId == encounterId).Select(p => p.Portrait).SingleOrDefaultAsync(cancellation);
        await ledger.AuditAsync(actor, AuditAction.PicturePortraitRead, "encounter", encounterId.ToString(), port, null, cancellation);
        return portrait is null ? BorderRule.PicturePortraitAbsent.Broken(null, id) : portrait;
    }

    internal static bool IsOfPicture(Finding finding) => OfPictures.Contains(finding.Code) && finding.Field != VisaRules.Field;

    private async Task<Answer<Encounter>> WriteAsync(LedgerAppend append, Guid encounterId, PicturePresented picture, TrustAnchors anchors, Actor actor, CancellationToken cancellation)
    {
        var db = append.Db;
        var open = await OpenEncounter.FindAsync(db, encounterId, actor, cancellation);
        if (!open.Succeeded)
            return open.Problem;
        var row = open.Value;
        if (VisaDesk.IsVisa(picture.Zone?.Fields))
        {
            await visas.AddAsync(append, row, new VisaPresented(picture.Zone!) { Doubts = picture.Doubts, Barcodes = picture.Barcodes }, anchors, actor, cancellation);
            return (await EncounterView.ReadAsync(db, [row], cancellation))[0];
        }
        var content = EncounterContent.Of(row.Content);
        var today = settings.LocalDay(append.Now);
        var found = PictureInspection.Of(picture.Zone, picture.Uncertain, content.MrzLines, content.Document.DocumentNumber)
            .Concat(picture.Barcodes.SelectMany(code => BarcodeInspection.Of(code, content.Document, null, anchors, today, append.Now)));
        content = content.Added(IsOfPicture, found) with
        {
            Picture = new PictureSeen
            {
                At = append.Now,
                By = actor.Name,
                MrzLines = picture.Zone?.Lines ?? [],
                HasPortrait = picture.Portrait is not null,
                Seals = picture.Barcodes.Count(BarcodeInspection.IsSeal),
            },
        };
        row.Content = content.ToJson();
        var portrait = picture.Portrait?.ToArray();
        if (await db.EncounterPictures.SingleOrDefaultAsync(p => p.EncounterId == encounterId, cancellation) is { } before)
            before.Portrait = portrait;
        else
            db.EncounterPictures.Add(new EncounterPictureRow { EncounterId = encounterId, Portrait = portrait });
        append.Audit(actor.Name, AuditAction.PicturePresented, "encounter", encounterId.ToString(), row.Port, $"{content.Picture.MrzLines.Count} lines, {content.Picture.Seals} seals");
        return (await EncounterView.ReadAsync(db, [row], cancellation))[0];
    }
}
