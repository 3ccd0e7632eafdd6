using System.Text.Json;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Documents.Pakistan;

namespace Rahdari.Border.ExitControl;

/// <summary>The protectors' clearances by which workers leave. Every read and change is audited. Thread-safe.</summary>
public sealed class EmigrationRegister
{
    private const int LongestText = 200;
    private const int LongestNumber = 40;

    private readonly SiteSettings settings;
    private readonly ExitPapers papers;
    private readonly TimeProvider clock;

    internal EmigrationRegister(SiteSettings settings, BorderStorage storage, LedgerWriter ledger, TimeProvider clock) =>
        (this.settings, papers, this.clock) = (settings, new ExitPapers(storage, ledger), clock);

    /// <summary>
    /// Records a clearance; the same sent again is answered with the one that stands. Roles: exit control, emigration gateway; audited, and the
    /// clearance is signed.
    /// </summary>
    public async Task<Answer<EmigrationClearance>> EnterAsync(ClearanceTerms terms, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.ExitControl, Roles.EmigrationGateway) is { } denied)
            return denied;
        var kept = Check(terms);
        return kept.Succeeded ? Of(await papers.EnterAsync(now => Row(kept.Value, now, actor), actor, cancellation)) : kept.Problem;
    }

    /// <summary>Takes a clearance back: it counts no more. Roles: exit control, emigration gateway; with a reason; audited.</summary>
    public async Task<Answer<EmigrationClearance>> RevokeAsync(Guid id, string reason, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.ExitControl, Roles.EmigrationGateway) is { } denied)
            return denied;
        var revoked = await papers.RevokeAsync(ExitPaperKind.Clearance, id, reason, actor, cancellation);
        return revoked.Succeeded ? Of(revoked.Value) : revoked.Problem;
    }

    /// <summary>Clearances, newest first, at most 200 a page; search finds a part of a name, a number, an employer. Roles: exit control, supervisor, auditor; audited.</summary>
    public async Task<Answer<Page<EmigrationClearance>>> ListAsync(string? search, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.ExitControl, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        var (rows, total) = await papers.ListAsync(ExitPaperKind.Clearance, search, offset, take, actor, cancellation);
        return new Page<EmigrationClearance>([.. rows.Select(Of)], total, Math.Max(0, offset));
    }

    internal static ClearanceTerms Read(ExitPaperRow row) => JsonSerializer.Deserialize(row.Terms, BorderJson.Default.ClearanceTerms)!;

    private static Answer<ClearanceTerms> Check(ClearanceTerms terms)
    {
        // JSON may say null of any of them, whatever the type says.
        var kept = terms with
        {
            Name = OrderTermsRules.Trimmed(terms.Name),
            Cnic = OrderTermsRules.Trimmed(terms.Cnic),
            PassportNumber = OrderTermsRules.Code(terms.PassportNumber),
            RegistrationNumber = OrderTermsRules.Trimmed(terms.RegistrationNumber),
            Destination = OrderTermsRules.Code(terms.Destination) ?? "",
            Employer = OrderTermsRules.Trimmed(terms.Employer),
            Occupation = OrderTermsRules.Trimmed(terms.Occupation),
            PromoterLicence = OrderTermsRules.Trimmed(terms.PromoterLicence) is { Length: > 0 } licence ? licence : null,
        };
        if (!Cnic.TryParse(kept.Cnic, out _))
            return ExitPapers.Invalid("cnic", kept.Cnic);
        if (kept.PassportNumber is { } passport && (ExitPaperRow.Written(passport).Length < 4 || OrderTermsRules.IsBad(passport, LongestNumber)))
            return ExitPapers.Invalid("passportNumber", passport);
        if (!OrderTermsRules.IsState(kept.Destination))
            return ExitPapers.Invalid("destination", kept.Destination);
        foreach (var (field, text) in new[] { ("name", kept.Name), ("registrationNumber", kept.RegistrationNumber), ("employer", kept.Employer), ("occupation", kept.Occupation) })
        {
            if (!text.Any(char.IsLetterOrDigit) || OrderTermsRules.IsBad(text, LongestText))
                return ExitPapers.Invalid(field, text);
        }
        if (kept.PromoterLicence is { } of && OrderTermsRules.IsBad(of, LongestText))
            return ExitPapers.Invalid("promoterLicence", of);
        return kept.ValidTo == default ? ExitPapers.Invalid("validTo", "") : kept;
    }

    private ExitPaperRow Row(ClearanceTerms terms, DateTimeOffset now, Actor actor) => new()
    {
        Id = Guid.CreateVersion7(now),
        Kind = ExitPaperKind.Clearance,
        Terms = JsonSerializer.Serialize(terms, BorderJson.Default.ClearanceTerms),
        SearchText = ExitPapers.SearchText([terms.Name, terms.Cnic, terms.PassportNumber, terms.RegistrationNumber, terms.Employer, terms.PromoterLicence]),
        PersonalNumber = ExitPaperRow.Written(terms.Cnic),
        DocumentNumber = ExitPaperRow.Written(terms.PassportNumber),
        DateOfBirth = default,
        ValidFrom = settings.LocalDay(now),
        ValidTo = terms.ValidTo,
        EnteredAt = now,
        EnteredBy = actor.Name,
    };

    private EmigrationClearance Of(ExitPaperRow row) => new(row.Id, Read(row), row.StateOn(settings.LocalDay(clock.GetUtcNow())), row.EnteredAt, row.EnteredBy, row.Revocation);
}
