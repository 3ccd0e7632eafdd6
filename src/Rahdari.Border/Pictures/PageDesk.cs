using Rahdari.Border.Audit;
using Rahdari.Border.Encounters;
using Rahdari.Border.Indicators;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Pictures;

/// <summary>What a reader of whole pages, or somebody who looks, read of a page beside its zone: held against the zone, added to the encounter's advice. Thread-safe.</summary>
public sealed class PageDesk
{
    /// <summary>Characters of a field: the longest names of passports have fewer.</summary>
    public const int LongestField = 200;

    /// <summary>What a page can give rise to: one presented later takes the place of these.</summary>
    private static readonly HashSet<string> OfPages = [.. PageRules.All.Concat([DocumentRules.Fantasy, DocumentRules.Camouflage, DocumentRules.Unrecognised]).Select(rule => rule.Code)];

    private readonly SiteSettings settings;
    private readonly LedgerWriter ledger;
    private readonly IndicatorAdvice indicators;

    internal PageDesk(SiteFolder site, LedgerWriter ledger, IndicatorAdvice indicators) => (settings, this.ledger, this.indicators) = (site.Settings, ledger, indicators);

    /// <summary>
    /// Adds what a page says to an encounter that is not decided and advises anew. Presented again it takes the place of the one
    /// before. Roles: officer, supervisor; audited.
    /// </summary>
    public async Task<Answer<Encounter>> PresentAsync(Guid encounterId, VisualZone page, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor) is { } denied)
            return denied;
        foreach (var (field, value) in Texts(page))
        {
            if (value?.Length > LongestField)
                return BorderRule.PageFieldTooLong.Broken(field, ("length", $"{value.Length}"), ("most", $"{LongestField}"));
        }
        return await ledger.WriteAsync(append => WriteAsync(append, encounterId, page, actor, cancellation), cancellation);
    }

    internal static bool IsOfPage(Finding finding) => OfPages.Contains(finding.Code);

    private async Task<Answer<Encounter>> WriteAsync(LedgerAppend append, Guid encounterId, VisualZone page, Actor actor, CancellationToken cancellation)
    {
        var open = await OpenEncounter.FindAsync(append.Db, encounterId, actor, cancellation);
        if (!open.Succeeded)
            return open.Problem;
        var row = open.Value;
        var content = EncounterContent.Of(row.Content);
        var zone = new MrzReading(content.MrzLines, content.Document, []);
        var found = DocumentInspector.Inspect(new DocumentEvidence(zone) { Page = page }, settings.LocalDay(append.Now)).Where(IsOfPage);
        content = content.Added(IsOfPage, found) with
        {
            Page = new PageSeen(append.Now, actor.Name, page),
        };
        // The page tells when the document was issued.
        var person = await Person.TravellersAsync(append.Db, row.TravellerId, cancellation);
        content = await indicators.JudgeAsync(append.Db, content, new Place(row.Id, row.Port, row.Counter, row.Direction, append.Now), person, cancellation);
        row.Content = content.ToJson();
        append.Audit(actor.Name, AuditAction.PagePresented, "encounter", row.Id.ToString(), row.Port, null);
        return (await EncounterView.ReadAsync(append.Db, [row], cancellation))[0];
    }

    private static IEnumerable<(string Field, string? Value)> Texts(VisualZone page) =>
    [
        (nameof(page.DocumentCode), page.DocumentCode), (nameof(page.IssuingState), page.IssuingState), (nameof(page.IssuingStateName), page.IssuingStateName),
        (nameof(page.PrimaryIdentifier), page.PrimaryIdentifier), (nameof(page.SecondaryIdentifier), page.SecondaryIdentifier), (nameof(page.DocumentNumber), page.DocumentNumber),
        (nameof(page.Nationality), page.Nationality), (nameof(page.PersonalNumber), page.PersonalNumber),
    ];
}
