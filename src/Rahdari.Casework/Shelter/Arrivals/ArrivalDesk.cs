using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Interviews;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Shelter.Arrivals;

/// <summary>
/// Who was spoken with at the border and agreed that the organisation helps: read by it alone, and taken into a file of its own under the pseudonym that the circle knows. Role of everything here: caseworker with an
/// opened cabinet. Thread-safe.
/// </summary>
public sealed class ArrivalDesk
{
    private readonly CaseworkStorage storage;
    private readonly CaseworkWriter ledger;
    private readonly ShelterWriter writer;
    private readonly VictimFiles files;

    internal ArrivalDesk(CaseworkStorage storage, CaseworkWriter ledger, ShelterWriter writer, VictimFiles files) => (this.storage, this.ledger, this.writer, this.files) = (storage, ledger, writer, files);

    /// <summary>Who waits to be taken in, the longest first; by pseudonym. Audited.</summary>
    public async Task<Answer<IReadOnlyList<Arrival>>> ListAsync(Cabinet cabinet, Actor actor, CancellationToken cancellation = default)
    {
        var noted = await NoteAsync(cabinet, actor, "arrivals", null, cancellation);
        if (!noted.Succeeded)
            return noted.Problem;
        await using var db = storage.Open();
        var rows = await db.CaseReferrals.AsNoTracking().Where(r => r.Organisation == cabinet.Organisation && r.Sealed != null).OrderBy(r => r.At).ToListAsync(cancellation);
        return new Answer<IReadOnlyList<Arrival>>([.. rows.Select(Of)]);
    }

    /// <summary>Who it is and what they said. Audited.</summary>
    public async Task<Answer<ArrivedAccount>> ReadAsync(Cabinet cabinet, Guid id, Actor actor, CancellationToken cancellation = default)
    {
        if (Cabinet.Bars(cabinet, actor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var row = await db.CaseReferrals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Organisation == cabinet.Organisation && r.Sealed != null, cancellation);
        if (row is null)
            return CaseworkRule.ArrivalNotFound.Broken();
        var noted = await NoteAsync(cabinet, actor, "arrival", Of(row).Pseudonym, cancellation);
        if (!noted.Succeeded)
            return noted.Problem;
        return Opened(cabinet, row) is { } account ? account : CaseworkRule.ArrivalUnreadable.Broken();
    }

    /// <summary>
    /// Takes the person in: opens a file with who they are and an assessment from what they said; then the sealed account is deleted, for the file has all of it. Told again it is the file that was opened. Audited.
    /// </summary>
    public async Task<Answer<VictimFile>> TakeInAsync(Cabinet cabinet, Guid id, Actor actor, CancellationToken cancellation = default)
    {
        if (Cabinet.Bars(cabinet, actor) is { } denied)
            return denied;
        await using (var db = storage.Open())
        {
            var row = await db.CaseReferrals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Organisation == cabinet.Organisation, cancellation);
            if (row is null)
                return CaseworkRule.ArrivalNotFound.Broken();
            if (row.Sealed is null)
                return await files.FindAsync(cabinet, id, actor, cancellation); // Taken in before.
            if (Opened(cabinet, row) is not { } account)
                return CaseworkRule.ArrivalUnreadable.Broken();
            var on = DateOnly.FromDateTime(row.At.UtcDateTime);
            var taken = await files.TakeInAsync(cabinet, id, account.Pseudonym, Sections(account, on), actor, cancellation);
            if (!taken.Succeeded)
                return taken;
        }
        // The file is there, whatever happens now: told again, it goes on here.
        await ledger.WriteAsync(
            async append =>
            {
                var row = await append.Db.CaseReferrals.SingleAsync(r => r.Id == id, cancellation);
                if (row.Sealed is null)
                    return false;
                row.Sealed = null;
                CaseReferralRegister.Tell(append, row, Guid.CreateVersion7(append.Now), new TakenIn(cabinet.Organisation), actor.Name);
                return true;
            },
            cancellation);
        return await files.FindAsync(cabinet, id, actor, cancellation);
    }

    /// <summary>What was said, as sections: who they are, what they need and told, and where that is longer than a field, the rest among the notes on safety.</summary>
    internal static IReadOnlyList<SectionContent> Sections(ArrivedAccount account, DateOnly on)
    {
        var told = account.Told;
        var guide = InterviewGuide.Shipped.Questions.ToDictionary(q => q.Code, q => q.Ask, StringComparer.Ordinal);
        var parts = new List<string> { $"Interview at {account.Port}: {told.Why}" };
        parts.Add($"Outcome: {told.Outcome}, {told.Course}. May be asked by the circle: {(told.MayBeAsked ? "yes" : "no")}. May be told: {(told.MayBeTold ? "yes" : "no")}. Language: {told.Language}. Interpreter: {told.Interpreter ?? "none"}");
        if (!string.IsNullOrWhiteSpace(told.Suspicion))
            parts.Add(told.Suspicion);
        if (!string.IsNullOrWhiteSpace(told.With))
            parts.Add($"With: {told.With}");
        if (!string.IsNullOrWhiteSpace(told.BestInterests))
            parts.Add($"Best interests: {told.BestInterests}");
        parts.AddRange(told.Answers.Select(answer => $"{guide.GetValueOrDefault(answer.Question, answer.Question)} {(answer.IsDeclined ? "–" : answer.Text)}"));
        var (notes, rest) = (new StringBuilder(), new List<DatedNote>());
        foreach (var part in parts.SelectMany(Cut).Where(part => !string.IsNullOrWhiteSpace(part)))
        {
            if (rest.Count == 0 && notes.Length + part.Length < ShelterFields.LongestText)
                notes.Append(notes.Length == 0 ? "" : "\n").Append(part);
            else
                rest.Add(new DatedNote(on, part));
        }
        var needs = told.Needs.Select(need => new Need(ServiceOf(need), Urgency.AtOnce, $"{need}")).ToArray();
        var assessment = new AssessmentSection(on, told.Forms, needs, [], null, notes.ToString());
        return rest.Count == 0 ? [account.Identity, assessment] : [account.Identity, assessment, new SafetySection(rest, null)];
    }

    /// <summary>In pieces that a field can hold, none of which ends within a character.</summary>
    private static IEnumerable<string> Cut(string text)
    {
        var piece = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (piece.Length + rune.Utf16SequenceLength > ShelterFields.LongestText)
            {
                yield return piece.ToString();
                piece.Clear();
            }
            piece.Append(rune);
        }
        yield return piece.ToString();
    }

    private static ServiceKind ServiceOf(UrgentNeed need) => need switch
    {
        UrgentNeed.MedicalCare => ServiceKind.Medical,
        UrgentNeed.Safety => ServiceKind.Shelter,
        UrgentNeed.FoodAndRest => ServiceKind.MaterialAid,
        UrgentNeed.PsychologicalCare => ServiceKind.Psychological,
        UrgentNeed.LegalAid => ServiceKind.Legal,
        _ => ServiceKind.Other,
    };

    private static Arrival Of(CaseReferralRow row)
    {
        var referral = CaseReferralRegister.Read(row);
        return new Arrival(row.Id, row.Number, referral.Interview.Victim!, row.At, referral.Interview.Port, referral.Interview.Sex, referral.Interview.AgeGroup, referral.Interview.Needs);
    }

    private static ArrivedAccount? Opened(Cabinet cabinet, CaseReferralRow row)
    {
        if (cabinet.OpenFrom(ArrivedAccount.Belongs(row.Id), row.Sealed!) is not { } plain)
            return null;
        try
        {
            return JsonSerializer.Deserialize<ArrivedAccount>(plain, ShelterJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(plain);
        }
    }

    private Task<Answer<object>> NoteAsync(Cabinet cabinet, Actor actor, string kind, string? pseudonym, CancellationToken cancellation) =>
        writer.RunAsync<object>(
            cabinet,
            actor,
            null,
            append =>
            {
                append.Audit(actor, ShelterAction.ArrivalsRead, kind, pseudonym);
                return Task.FromResult<Answer<object>>(new Answer<object>(kind));
            },
            cancellation);
}

/// <summary>Somebody who was spoken with at the border and shall be helped.</summary>
/// <param name="Id">The referral; once taken in, the file.</param>
/// <param name="Number">The referral's number.</param>
/// <param name="Pseudonym">The pseudonym.</param>
/// <param name="At">When the interview ended; UTC.</param>
/// <param name="Port">Where.</param>
/// <param name="Sex">The sex.</param>
/// <param name="AgeGroup">The age group.</param>
/// <param name="Needs">What cannot wait.</param>
public sealed record Arrival(
    Guid Id, string Number, string Pseudonym, DateTimeOffset At, string Port, Documents.Mrz.Sex? Sex, Cases.AgeGroup? AgeGroup, IReadOnlyList<UrgentNeed> Needs);
