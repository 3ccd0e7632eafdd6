using System.Text.Json;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Documents.Pakistan;

namespace Rahdari.Border.ExitControl;

/// <summary>The consents by which minors leave. Every read and change is audited. Thread-safe.</summary>
public sealed class TravelConsentRegister
{
    private const int LongestName = 200;
    private const int LongestText = 500;
    private const int LongestNumber = 40;
    private const int Most = 20;

    private readonly SiteSettings settings;
    private readonly ExitPapers papers;
    private readonly TimeProvider clock;

    internal TravelConsentRegister(SiteSettings settings, BorderStorage storage, LedgerWriter ledger, TimeProvider clock) =>
        (this.settings, papers, this.clock) = (settings, new ExitPapers(storage, ledger), clock);

    /// <summary>Records a consent; the same sent again is answered with the one that stands. Roles: exit control, supervisor; audited, and the consent is signed.</summary>
    public async Task<Answer<TravelConsent>> EnterAsync(ConsentTerms terms, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.ExitControl, Roles.Supervisor) is { } denied)
            return denied;
        var kept = Check(terms, Today());
        return kept.Succeeded ? Of(await papers.EnterAsync(now => Row(kept.Value, now, actor), actor, cancellation)) : kept.Problem;
    }

    /// <summary>Takes a consent back: it counts no more. Roles: exit control, supervisor; with a reason; audited.</summary>
    public async Task<Answer<TravelConsent>> RevokeAsync(Guid id, string reason, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.ExitControl, Roles.Supervisor) is { } denied)
            return denied;
        var revoked = await papers.RevokeAsync(ExitPaperKind.Consent, id, reason, actor, cancellation);
        return revoked.Succeeded ? Of(revoked.Value) : revoked.Problem;
    }

    /// <summary>Consents, newest first, at most 200 a page; search finds a part of a name, a number or a reference. Roles: exit control, supervisor, auditor; audited.</summary>
    public async Task<Answer<Page<TravelConsent>>> ListAsync(string? search, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.ExitControl, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        var (rows, total) = await papers.ListAsync(ExitPaperKind.Consent, search, offset, take, actor, cancellation);
        return new Page<TravelConsent>([.. rows.Select(Of)], total, Math.Max(0, offset));
    }

    internal static ConsentTerms Read(ExitPaperRow row) => JsonSerializer.Deserialize(row.Terms, BorderJson.Default.ConsentTerms)!;

    private static Answer<ConsentTerms> Check(ConsentTerms terms, DateOnly today)
    {
        // JSON may say null of any of them, whatever the type says.
        var kept = terms with
        {
            Name = OrderTermsRules.Trimmed(terms.Name),
            BForm = OrderTermsRules.Trimmed(terms.BForm) is { Length: > 0 } form ? form : null,
            DocumentNumber = OrderTermsRules.Code(terms.DocumentNumber),
            Adults = [.. (terms.Adults ?? []).Select(a => new ConsentAdult(OrderTermsRules.Trimmed(a?.Name), OrderTermsRules.Trimmed(a?.DocumentNumber).ToUpperInvariant()))],
            GiverName = OrderTermsRules.Trimmed(terms.GiverName),
            Reference = OrderTermsRules.Trimmed(terms.Reference),
            Destinations = [.. (terms.Destinations ?? []).Select(d => OrderTermsRules.Code(d) ?? "").Distinct()],
        };
        if (!kept.Name.Any(char.IsLetter) || OrderTermsRules.IsBad(kept.Name, LongestName))
            return ExitPapers.Invalid("name", kept.Name);
        if (kept.DateOfBirth.Year is null || kept.DateOfBirth.Earliest() > today)
            return ExitPapers.Invalid("dateOfBirth", kept.DateOfBirth.ToString());
        if (kept.BForm is not null && !Cnic.TryParse(kept.BForm, out _))
            return ExitPapers.Invalid("bForm", kept.BForm);
        if (kept.DocumentNumber is { } number && (ExitPaperRow.Written(number).Length < 4 || OrderTermsRules.IsBad(number, LongestNumber)))
            return ExitPapers.Invalid("documentNumber", number);
        if (kept.Adults.Count > Most)
            return ExitPapers.Invalid("adults", $"{kept.Adults.Count} > {Most}");
        foreach (var (place, adult) in kept.Adults.Index())
        {
            if (!adult.Name.Any(char.IsLetter) || OrderTermsRules.IsBad(adult.Name, LongestName))
                return ExitPapers.Invalid($"adults[{place}].name", adult.Name);
            if (ExitPaperRow.Written(adult.DocumentNumber).Length < 4 || OrderTermsRules.IsBad(adult.DocumentNumber, LongestNumber))
                return ExitPapers.Invalid($"adults[{place}].documentNumber", adult.DocumentNumber);
        }
        if (!Enum.IsDefined(kept.GivenBy))
            return ExitPapers.Invalid("givenBy", $"{kept.GivenBy}");
        if (!kept.GiverName.Any(char.IsLetter) || OrderTermsRules.IsBad(kept.GiverName, LongestName))
            return ExitPapers.Invalid("giverName", kept.GiverName);
        if (!kept.Reference.Any(char.IsLetterOrDigit) || OrderTermsRules.IsBad(kept.Reference, LongestText))
            return ExitPapers.Invalid("reference", kept.Reference);
        if (kept.ValidFrom == default)
            return ExitPapers.Invalid("validFrom", "");
        if (kept.ValidTo < kept.ValidFrom)
            return ExitPapers.Invalid("validTo", $"{kept.ValidTo:yyyy-MM-dd}");
        if (kept.Destinations.Count > Most)
            return ExitPapers.Invalid("destinations", $"{kept.Destinations.Count} > {Most}");
        return kept.Destinations.FirstOrDefault(d => !OrderTermsRules.IsState(d)) is { } unknown ? ExitPapers.Invalid("destinations", unknown) : kept;
    }

    private DateOnly Today() => settings.LocalDay(clock.GetUtcNow());

    private static ExitPaperRow Row(ConsentTerms terms, DateTimeOffset now, Actor actor) => new()
    {
        Id = Guid.CreateVersion7(now),
        Kind = ExitPaperKind.Consent,
        Terms = JsonSerializer.Serialize(terms, BorderJson.Default.ConsentTerms),
        SearchText = ExitPapers.SearchText([terms.Name, terms.BForm, terms.DocumentNumber, terms.GiverName, terms.Reference, .. terms.Adults.SelectMany(a => new[] { a.Name, a.DocumentNumber })]),
        PersonalNumber = ExitPaperRow.Written(terms.BForm),
        DocumentNumber = ExitPaperRow.Written(terms.DocumentNumber),
        DateOfBirth = terms.DateOfBirth,
        ValidFrom = terms.ValidFrom,
        ValidTo = terms.ValidTo,
        EnteredAt = now,
        EnteredBy = actor.Name,
    };

    private TravelConsent Of(ExitPaperRow row) => new(row.Id, Read(row), row.StateOn(Today()), row.EnteredAt, row.EnteredBy, row.Revocation);
}
