using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Interviews;

/// <summary>
/// The interview in the second line: kept while it goes on, ended once, and then divided. The circle reads what it needs to investigate, under a pseudonym; the organisation that helps reads who it is
/// and what they said, and nobody else can; the border keeps that there was an interview. Role of everything here: supervisor, of whose port the caller has made sure. Thread-safe.
/// </summary>
public sealed class InterviewDesk
{
    private const string Use = "interview";
    private const int SignsOfAPseudonym = 8;

    /// <summary>A draft that nobody goes on with is thrown away.</summary>
    private static readonly TimeSpan LongestDraft = TimeSpan.FromDays(3);

    private readonly CaseworkHome home;
    private readonly CaseworkStorage storage;
    private readonly CaseworkWriter ledger;
    private readonly Inboxes organisations;
    private readonly Vault vault;
    private readonly TimeProvider clock;

    internal InterviewDesk(CaseworkHome home, CaseworkStorage storage, CaseworkWriter ledger, Inboxes organisations, Vault vault, TimeProvider clock) =>
        (this.home, this.storage, this.ledger, this.organisations, this.vault, this.clock) = (home, storage, ledger, organisations, vault, clock);

    /// <summary>The guide in force.</summary>
    public InterviewGuide Guide { get; } = InterviewGuide.Shipped;

    /// <summary>The organisations that help, by code and name. Nobody's data.</summary>
    public async Task<Answer<IReadOnlyList<Organisation>>> OrganisationsAsync(Actor actor, CancellationToken cancellation = default) =>
        actor.Lacks(Roles.Supervisor) is { } denied ? denied : await organisations.AllAsync(actor, cancellation);

    /// <summary>What was kept of an encounter's interview, and whether it ended; audited.</summary>
    public async Task<Answer<InterviewUnderWay>> FindAsync(Guid encounter, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor) is { } denied)
            return denied;
        var blind = vault.Blind(Use, encounter);
        var left = clock.GetUtcNow() - LongestDraft;
        await using var db = storage.Open();
        var ended = await db.CaseReferrals.AsNoTracking().AnyAsync(r => r.Encounter == blind, cancellation);
        var draft = ended ? null : await db.InterviewDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Encounter == blind, cancellation);
        await ledger.AuditAsync(actor, CaseworkAction.InterviewRead, "interview", blind[..16], ended ? "ended" : null, cancellation);
        // What it led to is told once, to who ended it: its number would lead from the traveller to the pseudonym.
        if (ended || draft is null || draft.KeptAt < left)
            return new InterviewUnderWay(null, ended);
        return vault.Open<InterviewTold>(Use, blind, draft.Sealed) is { } told ? new InterviewUnderWay(told, false) : CaseworkRule.VaultUnreadable.Broken();
    }

    /// <summary>Keeps what was written down so far; takes the place of what was kept before. Audited where somebody begins it or takes it over.</summary>
    public async Task<Answer<InterviewTold>> KeepAsync(Guid encounter, InterviewTold told, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.Supervisor) ?? InterviewFields.Kept(told, Guide)) is { } denied)
            return denied;
        var blind = vault.Blind(Use, encounter);
        var box = vault.Seal(Use, blind, told);
        return await ledger.WriteAsync<Answer<InterviewTold>>(
            async append =>
            {
                if (await append.Db.CaseReferrals.AnyAsync(r => r.Encounter == blind, cancellation))
                    return CaseworkRule.InterviewEnded.Broken();
                var left = append.Now - LongestDraft;
                await append.Db.InterviewDrafts.Where(d => d.KeptAt < left).ExecuteDeleteAsync(cancellation);
                var draft = await append.Db.InterviewDrafts.SingleOrDefaultAsync(d => d.Encounter == blind, cancellation);
                if (draft?.KeptBy != actor.Name)
                    append.Audit(actor.Name, CaseworkAction.InterviewKept, "interview", blind[..16]);
                if (draft is null)
                    append.Db.InterviewDrafts.Add(new InterviewDraftRow { Encounter = blind, KeptAt = append.Now, KeptBy = actor.Name, Sealed = box });
                else
                    (draft.KeptAt, draft.KeptBy, draft.Sealed) = (append.Now, actor.Name, box);
                return told;
            },
            cancellation);
    }

    /// <summary>Ends it: refers where it must, seals what the organisation alone reads, and throws the rest away. Told again under the same id it changes nothing. Audited.</summary>
    /// <param name="encounter">The encounter.</param>
    /// <param name="id">A UUID of whoever ends it.</param>
    /// <param name="told">All that was written down.</param>
    /// <param name="person">Who was spoken with, as the document says.</param>
    /// <param name="port">Where.</param>
    /// <param name="actor">Who ends it.</param>
    /// <param name="cancellation">Stops before it is recorded.</param>
    public Task<Answer<InterviewUnderWay>> EndAsync(Guid encounter, Guid id, InterviewTold told, Interviewed person, string port, Actor actor, CancellationToken cancellation = default) =>
        organisations.AloneAsync(() => EndAloneAsync(encounter, id, told, person, port, actor, cancellation), cancellation);

    private async Task<Answer<InterviewUnderWay>> EndAloneAsync(Guid encounter, Guid id, InterviewTold told, Interviewed person, string port, Actor actor, CancellationToken cancellation)
    {
        if ((actor.Lacks(Roles.Supervisor) ?? InterviewFields.Ended(told, Guide, person, home.LocalDay(clock.GetUtcNow()))) is { } denied)
            return denied;
        var blind = vault.Blind(Use, encounter);
        var content = vault.Digest(Use, JsonSerializer.SerializeToUtf8Bytes(new EndedContent(told, person, port), CaseworkJson.Options));
        byte[]? box = null;
        var pseudonym = told.IsOfVictim ? $"V-{Spelt.Random(SignsOfAPseudonym)}" : null;
        if (told is { IsOfVictim: true, Organisation: { } organisation })
        {
            var key = await organisations.KeyAsync(organisation, cancellation);
            if (!key.Succeeded)
                return key.Problem;
            var account = new ArrivedAccount(pseudonym!, port, Identity(told, person), told);
            var plain = Sealing.PaddedJson(account);
            box = KeyPair.SealTo(key.Value, ArrivedAccount.Belongs(id), plain);
            CryptographicOperations.ZeroMemory(plain);
        }
        return await ledger.WriteAsync<Answer<InterviewUnderWay>>(
            async append =>
            {
                if (await append.Db.CaseReferrals.AsNoTracking().FirstOrDefaultAsync(r => r.Encounter == blind || r.Id == id, cancellation) is { } before)
                {
                    return before.Id != id || before.Encounter != blind ? CaseworkRule.InterviewEnded.Broken()
                        : CaseReferralRegister.Read(before).Interview.Content != content ? CaseworkRule.KeyTaken.Broken("id") // Another would be lost if it were answered as ended.
                        : new InterviewUnderWay(null, true, before.Number, before.Stage != CaseReferralStage.NotReferred);
                }
                var day = home.LocalDay(append.Now);
                var ended = Divided(told, person, blind, port, day, pseudonym, box) with { Content = content };
                var prefix = string.Create(CultureInfo.InvariantCulture, $"{port}/{day.Year}/");
                var running = await append.Db.CaseReferrals.CountAsync(r => r.Number.StartsWith(prefix), cancellation) + 1;
                var number = string.Create(CultureInfo.InvariantCulture, $"{prefix}{running:0000}");
                var first = new CaseReferralEvent(id, id, 1, append.Now, actor.Name, ended, number);
                var referral = CaseReferral.After(null, first);
                append.Db.CaseReferrals.Add(new CaseReferralRow
                {
                    Id = id,
                    Encounter = blind,
                    Number = number,
                    Circle = ended.Circle,
                    Organisation = ended.Organisation,
                    Stage = referral.Stage,
                    At = append.Now,
                    Version = 1,
                    State = CaseReferralRegister.Written(referral),
                    Sealed = box,
                });
                CaseReferralRegister.Record(append, first);
                await append.Db.InterviewDrafts.Where(d => d.Encounter == blind).ExecuteDeleteAsync(cancellation);
                return new InterviewUnderWay(null, true, number, referral.Stage != CaseReferralStage.NotReferred);
            },
            cancellation);
    }

    /// <summary>How the interview of an encounter stands, for the border's decision. Hands out nothing of the person, so nothing is audited.</summary>
    public async Task<InterviewHold> HoldAsync(Guid encounter, CancellationToken cancellation = default)
    {
        var blind = vault.Blind(Use, encounter);
        await using var db = storage.Open();
        var row = await db.CaseReferrals.AsNoTracking().SingleOrDefaultAsync(r => r.Encounter == blind, cancellation);
        var left = clock.GetUtcNow() - LongestDraft;
        return row is null ? await db.InterviewDrafts.AnyAsync(d => d.Encounter == blind && d.KeptAt >= left, cancellation) ? InterviewHold.UnderWay : InterviewHold.None
            : row.Stage == CaseReferralStage.NotReferred ? InterviewHold.Ended
            : CaseReferralRegister.Read(row).Review is { MayBeRemoved: true } ? InterviewHold.Agreed
            : InterviewHold.Held;
    }

    private InterviewEnded Divided(InterviewTold told, Interviewed person, string blind, string port, DateOnly day, string? pseudonym, byte[]? box)
    {
        var outcome = told.Outcome ?? InterviewOutcome.NoIndication;
        // Where nothing is referred nothing of the person is kept.
        if (outcome == InterviewOutcome.NoIndication)
            return new InterviewEnded(blind, port, day, told.Course, outcome, Guide.Number, told.Course == InterviewCourse.NotHeld ? told.Why!.Trim() : null);
        return new InterviewEnded(blind, port, day, told.Course, outcome, Guide.Number, told.Why!.Trim(), told.Language, !string.IsNullOrWhiteSpace(told.Interpreter))
        {
            Circle = told.Circle,
            Province = told.Province,
            Victim = pseudonym,
            Sex = told.Sex,
            AgeGroup = told.AgeGroup,
            Forms = told.Forms,
            Needs = told.Needs,
            Suspicion = string.IsNullOrWhiteSpace(told.Suspicion) ? null : told.Suspicion.Trim(),
            Suspect = told.IsOfVictim ? null : person,
            MayBeAsked = told is { IsOfVictim: true, MayBeAsked: true },
            Organisation = box is null ? null : told.Organisation,
            Sealed = box is null ? null : Convert.ToHexStringLower(SHA256.HashData(box)),
        };
    }

    private static IdentitySection Identity(InterviewTold told, Interviewed person) => new(
        person.Name, [], told.Sex, told.AgeGroup, person.DateOfBirth, person.Nationality, person.DocumentNumber.Length == 0 ? [] : [person.DocumentNumber], told.Language is { } language ? [language] : []);

    /// <summary>What is held against what is told again.</summary>
    private sealed record EndedContent(InterviewTold Told, Interviewed Person, string Port);
}
