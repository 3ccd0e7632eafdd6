using Rahdari.Border.Audit;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Permissions;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Border.Trust;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Seals;
using Rahdari.Documents.Trust;

namespace Rahdari.Border.Visas;

/// <summary>Visas at the counter: held against the passport that they are in, their seals verified, added to the encounter's advice. Thread-safe.</summary>
public sealed class VisaDesk
{
    private static readonly HashSet<string> Codes = [.. VisaRules.All.Select(rule => rule.Code)];

    private readonly SiteSettings settings;
    private readonly LedgerWriter ledger;
    private readonly TrustStore trust;
    private readonly EntryAdvice entry;
    private readonly TimeProvider clock;

    internal VisaDesk(SiteFolder site, LedgerWriter ledger, TrustStore trust, EntryAdvice entry, TimeProvider clock) =>
        (settings, this.ledger, this.trust, this.entry, this.clock) = (site.Settings, ledger, trust, entry, clock);

    /// <summary>Reads a visa's zone as scanned, pasted or typed, and adds it. Roles: officer, supervisor; audited.</summary>
    public async Task<Answer<Encounter>> PresentAsync(Guid encounterId, string mrz, Actor actor, CancellationToken cancellation = default) =>
        await PresentAsync(encounterId, new VisaPresented(MrzReader.Read(mrz, settings.LocalDay(clock.GetUtcNow()))), actor, cancellation);

    /// <summary>
    /// Adds a visa to an encounter that is not decided and advises anew. Presented again it takes the place of the one before.
    /// Roles: officer, supervisor; audited.
    /// </summary>
    public async Task<Answer<Encounter>> PresentAsync(Guid encounterId, VisaPresented visa, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor) is { } denied)
            return denied;
        if (!IsVisa(visa.Zone.Fields))
            return BorderRule.VisaUnreadable.Broken("mrz", ("findings", string.Join(", ", visa.Zone.Findings.Select(f => f.Code).DefaultIfEmpty(VisaRules.NoVisa.Code))));
        var anchors = await trust.AnchorsAsync([.. visa.Barcodes.Select(BarcodeInspection.SignerNamed).OfType<SignerName>()], cancellation);
        return await ledger.WriteAsync<Answer<Encounter>>(
            async append =>
            {
                var open = await OpenEncounter.FindAsync(append.Db, encounterId, actor, cancellation);
                if (!open.Succeeded)
                    return open.Problem;
                await AddAsync(append, open.Value, visa, anchors, actor, cancellation);
                return (await EncounterView.ReadAsync(append.Db, [open.Value], cancellation))[0];
            },
            cancellation);
    }

    /// <summary>Whether a zone is a visa's.</summary>
    public static bool IsVisa(MrzFields? fields) => fields is { Format: MrzFormat.MRVA or MrzFormat.MRVB };

    /// <summary>Adds a visa to what an encounter holds, and judges anew by what the traveller may enter.</summary>
    internal async Task AddAsync(LedgerAppend append, EncounterRow row, VisaPresented visa, TrustAnchors anchors, Actor actor, CancellationToken cancellation)
    {
        var content = EncounterContent.Of(row.Content);
        var today = settings.LocalDay(append.Now);
        var zone = new MrzReading(content.MrzLines, content.Document, []);
        var found = DocumentInspector.Inspect(new DocumentEvidence(zone) { Visa = visa.Zone, ReceivingState = settings.Country }, today).Where(IsOfVisa)
            .Concat(visa.Doubts.Concat(visa.Barcodes.SelectMany(code => BarcodeInspection.Of(code, visa.Zone.Fields!, content.Document, anchors, today, append.Now)))
                .Select(finding => finding with { Field = VisaRules.Field }));
        content = content.Added(IsOfVisa, found) with
        {
            Visa = new VisaSeen
            {
                At = append.Now,
                By = actor.Name,
                MrzLines = visa.Zone.Lines,
                Document = visa.Zone.Fields!,
                Seals = visa.Barcodes.Count(BarcodeInspection.IsSeal),
            },
        };
        content = await entry.JudgeAsync(append.Db, content, await Person.TravellersAsync(append.Db, row.TravellerId, cancellation), row.Direction, today, cancellation);
        row.Content = content.ToJson();
        append.Audit(actor.Name, AuditAction.VisaPresented, "encounter", row.Id.ToString(), row.Port, $"{content.Visa!.Document.IssuingState}, {content.Visa.Seals} seals");
    }

    internal static bool IsOfVisa(Finding finding) => finding.Field == VisaRules.Field || Codes.Contains(finding.Code);
}
