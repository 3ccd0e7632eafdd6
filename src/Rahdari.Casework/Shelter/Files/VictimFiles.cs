using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Beds;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Referrals;
using Rahdari.Casework.Shelter.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Shelter.Files;

/// <summary>
/// Victims' files: opened, written, read, listed, exported, counted. Role of everything here: caseworker with an opened cabinet. The owner reads all of its files; another organisation what a consent
/// in force covers for the purpose that it names, after it accepted the referral. Every read is recorded before it is handed out, and every one that is refused to somebody with an opened cabinet. Thread-safe.
/// </summary>
public sealed class VictimFiles
{
    private const int MaximumTake = 200;

    private readonly ShelterWriter writer;
    private readonly CaseworkHome home;

    internal VictimFiles(ShelterWriter writer, CaseworkHome home) => (this.writer, this.home) = (writer, home);

    /// <summary>Opens a file; its pseudonym is made at random and says nothing. Told again under the same id it is the file that was opened.</summary>
    public Task<Answer<VictimFile>> OpenAsync(Cabinet cabinet, Guid id, IdentitySection identity, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<VictimFile>(
            cabinet,
            actor,
            ShelterFields.Check(identity),
            async append =>
            {
                var row = await append.Db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellation);
                if (append.RefusesAt(row, $"{id:N}") is { } tampered)
                    return tampered;
                if (row is not null)
                {
                    if (row.Owner != cabinet.Organisation)
                        return CaseworkRule.FileNotFound.Broken("id");
                    var told = await VictimAccess.OwnSectionAsync(append, cabinet, row, FileSection.Identity, cancellation);
                    if (!told.Succeeded)
                        return told.Problem;
                    append.Audit(actor, ShelterAction.VictimRead, "victim", row.Pseudonym, $"{FileSection.Identity}");
                    // Once it was written anew, what it was opened with is no more known.
                    return told.Value.Version > 1 || Written(told.Value.Content) == Written(identity) ? Of(row, await WrittenAsync(append, row.Id, cancellation)) : CaseworkRule.KeyTaken.Broken("id");
                }
                var pseudonym = await NewPseudonymAsync(append, cancellation);
                row = new FileRow { Id = id, Pseudonym = pseudonym, Owner = cabinet.Organisation, OpenedAt = append.Now };
                append.Db.Files.Add(row);
                AddSection(append, cabinet, row, identity, actor);
                append.Audit(actor, ShelterAction.VictimOpened, "victim", pseudonym);
                return Of(row, [FileSection.Identity]);
            },
            cancellation);

    /// <summary>Opens a file for somebody who arrives with a pseudonym and with sections; told again it is the file that was opened.</summary>
    internal Task<Answer<VictimFile>> TakeInAsync(Cabinet cabinet, Guid id, string? pseudonym, IReadOnlyList<SectionContent> sections, Actor actor, CancellationToken cancellation) =>
        writer.RunAsync<VictimFile>(
            cabinet,
            actor,
            sections.Select(ShelterFields.Check).FirstOrDefault(wrong => wrong is not null),
            async append =>
            {
                var row = await append.Db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellation);
                if (append.RefusesAt(row, $"{id:N}") is { } tampered)
                    return tampered;
                if (row is not null)
                {
                    if (row.Owner != cabinet.Organisation)
                        return CaseworkRule.FileNotFound.Broken("id");
                    if (pseudonym is not null && row.Pseudonym != pseudonym)
                        return CaseworkRule.KeyTaken.Broken("id"); // Another's file: nothing of who arrives is in it.
                    foreach (var given in sections.OfType<CaseDataSection>())
                    {
                        var told = await VictimAccess.OwnSectionAsync(append, cabinet, row, FileSection.CaseData, cancellation);
                        append.Audit(actor, ShelterAction.VictimRead, "victim", row.Pseudonym, $"{FileSection.CaseData}");
                        if (told is { Succeeded: true, Value.Version: 1 } && Written(told.Value.Content) != Written(given))
                            return CaseworkRule.KeyTaken.Broken("id");
                    }
                    return Of(row, await WrittenAsync(append, row.Id, cancellation));
                }
                pseudonym ??= await NewPseudonymAsync(append, cancellation);
                if (await append.Db.Files.AnyAsync(f => f.Pseudonym == pseudonym, cancellation))
                    return CaseworkRule.KeyTaken.Broken("pseudonym");
                row = new FileRow { Id = id, Pseudonym = pseudonym, Owner = cabinet.Organisation, OpenedAt = append.Now };
                append.Db.Files.Add(row);
                foreach (var section in sections)
                    AddSection(append, cabinet, row, section, actor);
                append.Audit(actor, ShelterAction.VictimOpened, "victim", pseudonym, "arrived");
                return Of(row, [.. sections.Select(section => section.Section)]);
            },
            cancellation);

    /// <summary>Writes a section, by the organisation that keeps the file. Whoever may read it by consent reads it as written.</summary>
    /// <param name="cabinet">The opened cabinet.</param>
    /// <param name="fileId">The file.</param>
    /// <param name="content">The whole section.</param>
    /// <param name="version">The version read; 0 where there was none. Where it is another by now, nothing is written.</param>
    /// <param name="actor">Who writes it.</param>
    /// <param name="cancellation">Stops before it is recorded.</param>
    public Task<Answer<ReadSection>> WriteAsync(Cabinet cabinet, Guid fileId, SectionContent content, int version, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<ReadSection>(
            cabinet,
            actor,
            ShelterFields.Check(content),
            async append =>
            {
                var (file, problem) = await VictimAccess.OwnedAsync(append, cabinet, fileId, cancellation);
                if (file is null)
                    return problem!;
                var row = await append.Db.Sections.SingleOrDefaultAsync(s => s.FileId == fileId && s.Section == content.Section, cancellation);
                var wrap = await append.Db.Wraps.AsNoTracking().SingleOrDefaultAsync(w => w.FileId == fileId && w.Section == content.Section && w.Organisation == cabinet.Organisation, cancellation);
                if ((append.RefusesAt(row, SectionRow.KeyOf(fileId, content.Section)) ?? append.RefusesAt(wrap, WrapRow.KeyOf(fileId, content.Section, cabinet.Organisation))) is { } tampered)
                    return tampered;
                if ((row?.Version ?? 0) != version)
                    return CaseworkRule.SectionChanged.Broken("version", ("version", $"{version}"), ("now", $"{row?.Version ?? 0}"));
                if (row is null)
                {
                    row = AddSection(append, cabinet, file, content, actor, out var key);
                    foreach (var recipient in await VictimAccess.RecipientsAsync(append, cabinet, fileId, content.Section, null, cancellation))
                    {
                        // Who changed their keys since, and was not told anew, reads it after the next referral.
                        await VictimAccess.ShareAsync(append, cabinet, row, key, recipient, cancellation);
                    }
                    CryptographicOperations.ZeroMemory(key);
                }
                else
                {
                    if (wrap is null || wrap.KeyId != row.KeyId || KeyChange.KeyOf(cabinet, wrap, isOwner: true) is not { } key)
                        return KeyChange.Unreadable(row);
                    (row.Version, row.WrittenAt, row.WrittenBy) = (row.Version + 1, append.Now, actor.Name);
                    row.Content = Sealing.SealJson(key, KeyChange.Belongs(row), content);
                    CryptographicOperations.ZeroMemory(key);
                }
                append.Audit(actor, ShelterAction.VictimWritten, "victim", file.Pseudonym, $"{content.Section}");
                return new ReadSection(fileId, file.Pseudonym, content, row.Version, row.WrittenAt, row.WrittenBy);
            },
            cancellation);

    /// <summary>Reads a section.</summary>
    /// <param name="cabinet">The opened cabinet.</param>
    /// <param name="fileId">The file.</param>
    /// <param name="section">The section.</param>
    /// <param name="purpose">For what the organisation was given it; null for the one that keeps the file.</param>
    /// <param name="actor">Who reads it.</param>
    /// <param name="cancellation">Stops.</param>
    public Task<Answer<ReadSection>> ReadAsync(Cabinet cabinet, Guid fileId, FileSection section, Purpose? purpose, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<ReadSection>(
            cabinet,
            actor,
            ShelterFields.Known("section", section) ?? (purpose is { } told ? ShelterFields.Known("purpose", told) : null),
            async append =>
            {
                Answer<ReadSection> read;
                if (purpose is { } forWhat)
                {
                    read = await VictimAccess.ReferredSectionAsync(append, cabinet, fileId, section, forWhat, cancellation);
                }
                else
                {
                    var (file, problem) = await VictimAccess.OwnedAsync(append, cabinet, fileId, cancellation);
                    read = file is null ? problem! : await VictimAccess.OwnSectionAsync(append, cabinet, file, section, cancellation);
                }
                if (read.Succeeded)
                    append.Audit(actor, ShelterAction.VictimRead, "victim", read.Value.Pseudonym, $"{section}{(purpose is null ? "" : $" for {purpose}")}");
                else
                    append.Audit(actor, ShelterAction.VictimRefused, "file", $"{fileId}", $"{section}: {read.Problem.Code}");
                return read;
            },
            cancellation);

    /// <summary>The files that the organisation keeps, and those referred to it that it may read now; the newest first. By pseudonym alone.</summary>
    public Task<Answer<Page<VictimFile>>> ListAsync(Cabinet cabinet, int offset, int take, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<Page<VictimFile>>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var code = cabinet.Organisation;
                var files = append.Db.Files.AsNoTracking().Where(f => f.Owner == code
                    || append.Db.Referrals.Any(r => r.FileId == f.Id && r.To == code && r.State == ReferralState.Accepted
                        && append.Db.Consents.Any(c => c.Id == r.ConsentId && !c.IsRefusal && c.RevokedAt == null && c.From <= append.Now && append.Now < c.Until)));
                var total = await files.CountAsync(cancellation);
                var rows = await files.OrderByDescending(f => f.OpenedAt).ThenBy(f => f.Pseudonym).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
                if (append.RefusesAny(rows) is { } tampered)
                    return tampered;
                var listed = new List<VictimFile>();
                foreach (var row in rows)
                {
                    listed.Add(await ListedAsync(append, cabinet, row, cancellation));
                }
                append.Audit(actor, ShelterAction.VictimsRead);
                return new Page<VictimFile>(listed, total, Math.Max(0, offset));
            },
            cancellation);

    /// <summary>A file as lists show it: of the organisation's own, or given to it.</summary>
    public Task<Answer<VictimFile>> FindAsync(Cabinet cabinet, Guid fileId, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<VictimFile>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var row = await append.Db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId, cancellation);
                if (append.RefusesAt(row, $"{fileId:N}") is { } tampered)
                    return tampered;
                var listed = row is null ? null : await ListedAsync(append, cabinet, row, cancellation);
                if (listed is null || (listed.Owner != cabinet.Organisation && listed.For.Count == 0))
                {
                    append.Audit(actor, ShelterAction.VictimRefused, "file", $"{fileId}", CaseworkRule.FileNotFound.Code);
                    return CaseworkRule.FileNotFound.Broken();
                }
                append.Audit(actor, ShelterAction.VictimRead, "victim", listed.Pseudonym, "file");
                return listed;
            },
            cancellation);

    /// <summary>The organisation's own files whose names hold a text, in any case. Every identity is opened for it: audited as such, and each that is found.</summary>
    public Task<Answer<IReadOnlyList<VictimFile>>> SearchAsync(Cabinet cabinet, string name, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<IReadOnlyList<VictimFile>>(
            cabinet,
            actor,
            ShelterFields.Told("name", name),
            async append =>
            {
                var found = new List<VictimFile>();
                foreach (var row in await append.Db.Files.AsNoTracking().Where(f => f.Owner == cabinet.Organisation).OrderBy(f => f.OpenedAt).ToListAsync(cancellation))
                {
                    if (append.Refuses(row) is { } tampered)
                        return tampered;
                    var (who, problem) = await VictimAccess.ContentAsync<IdentitySection>(append, cabinet, row, FileSection.Identity, cancellation);
                    if (problem is not null)
                        return problem;
                    if (who?.OtherNames.Prepend(who.Name).Any(n => n.Contains(name.Trim(), StringComparison.OrdinalIgnoreCase)) != true)
                        continue;
                    append.Audit(actor, ShelterAction.VictimRead, "victim", row.Pseudonym, "found by name");
                    found.Add(Of(row, await WrittenAsync(append, row.Id, cancellation)));
                }
                append.Audit(actor, ShelterAction.VictimsRead, null, null, "by name");
                return new Answer<IReadOnlyList<VictimFile>>(found);
            },
            cancellation);

    /// <summary>What falls due in the organisation's own files up to a day: assessments, plans, goals, follow-ups, consents that end, and those that somebody gave alone who may be a child by what is known now.</summary>
    public Task<Answer<IReadOnlyList<DueItem>>> DueAsync(Cabinet cabinet, DateOnly until, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<IReadOnlyList<DueItem>>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var due = new List<DueItem>();
                var files = await append.Db.Files.AsNoTracking().Where(f => f.Owner == cabinet.Organisation).ToListAsync(cancellation);
                foreach (var file in files)
                {
                    var (who, noIdentity) = await VictimAccess.ContentAsync<IdentitySection>(append, cabinet, file, FileSection.Identity, cancellation);
                    var (assessment, noAssessment) = await VictimAccess.ContentAsync<AssessmentSection>(append, cabinet, file, FileSection.Assessment, cancellation);
                    var (services, noServices) = await VictimAccess.ContentAsync<ServicesSection>(append, cabinet, file, FileSection.Services, cancellation);
                    var consents = await append.Db.Consents.AsNoTracking().Where(c => c.FileId == file.Id).ToListAsync(cancellation);
                    if ((append.Refuses(file) ?? noIdentity ?? noAssessment ?? noServices ?? append.RefusesAny(consents)) is { } problem)
                        return problem;
                    if (assessment?.ReviewDue is { } review)
                        due.Add(new DueItem(file.Id, file.Pseudonym, DueKind.Assessment, review));
                    if (services?.Plan is { } plan)
                    {
                        due.Add(new DueItem(file.Id, file.Pseudonym, DueKind.PlanReview, plan.ReviewDue));
                        due.AddRange(plan.Goals.Where(g => g.ReachedOn is null).Select(g => new DueItem(file.Id, file.Pseudonym, DueKind.Goal, g.By)));
                    }
                    foreach (var consent in consents.Where(c => c.IsInForce(append.Now)))
                    {
                        if (cabinet.OpenOwn<ConsentDetails>(KeyChange.Belongs(consent), consent.Details) is not { } details)
                            return KeyChange.Unreadable(consent);
                        due.Add(new DueItem(file.Id, file.Pseudonym, DueKind.ConsentEnds, home.LocalDay(consent.Until)));
                        if (who?.MayConsentAlone == false && details.GivenBy == ConsentBy.Victim)
                            due.Add(new DueItem(file.Id, file.Pseudonym, DueKind.ConsentByOther, home.LocalDay(append.Now)));
                    }
                }
                foreach (var stay in await append.Db.Stays.AsNoTracking().Where(s => s.Organisation == cabinet.Organisation && s.Until != null).ToListAsync(cancellation))
                {
                    if (append.Refuses(stay) is not null || cabinet.OpenOwn<StayDetails>(KeyChange.Belongs(stay), stay.Details) is not { } details)
                        return KeyChange.Unreadable(stay);
                    if (details.End is { FollowUpDue: { } follow, FollowedUpOn: null })
                        due.Add(new DueItem(details.FileId, details.Pseudonym, DueKind.FollowUp, follow));
                }
                append.Audit(actor, ShelterAction.VictimsRead, null, null, "due");
                return new Answer<IReadOnlyList<DueItem>>([.. due.Where(d => d.On <= until).OrderBy(d => d.On).ThenBy(d => d.Pseudonym, StringComparer.Ordinal).ThenBy(d => d.Kind)]);
            },
            cancellation);

    /// <summary>What a purpose covers of a file, for a recipient, under a consent in force: by the organisation that keeps it, or by the recipient itself after it accepted.</summary>
    public Task<Answer<VictimExport>> ExportAsync(Cabinet cabinet, Guid fileId, Purpose purpose, string recipient, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<VictimExport>(
            cabinet,
            actor,
            ShelterFields.Known("purpose", purpose) ?? ShelterFields.Told("recipient", recipient),
            async append =>
            {
                var (file, consent, problem) = recipient == cabinet.Organisation
                    ? await VictimAccess.ReferredAsync(append, cabinet, fileId, purpose, cancellation)
                    : await OwnConsentAsync(append, cabinet, fileId, purpose, recipient, cancellation);
                if (file is null || consent is null)
                {
                    append.Audit(actor, ShelterAction.VictimRefused, "file", $"{fileId}", $"export: {problem!.Code}");
                    return problem;
                }
                var sections = new List<SectionContent>();
                foreach (var section in Purposes.Sections[purpose])
                {
                    var read = recipient == cabinet.Organisation
                        ? await VictimAccess.ReferredSectionAsync(append, cabinet, fileId, section, purpose, cancellation)
                        : await VictimAccess.OwnSectionAsync(append, cabinet, file, section, cancellation);
                    if (read.Succeeded)
                    {
                        sections.Add(read.Value.Content);
                    }
                    else if (read.Problem.Code != CaseworkRule.SectionEmpty.Code)
                    {
                        append.Audit(actor, ShelterAction.VictimRefused, "victim", file.Pseudonym, $"export, {section}: {read.Problem.Code}");
                        return read.Problem;
                    }
                }
                append.Audit(actor, ShelterAction.VictimExported, "victim", file.Pseudonym, $"{purpose} {recipient}");
                return new VictimExport(file.Pseudonym, file.Owner, purpose, recipient, consent.Id, consent.Until, append.Now, actor.Name, sections);
            },
            cancellation);

    /// <summary>Counts the organisation's own files of victims who consented to be counted. Small numbers are not told, nor any from which one could be computed.</summary>
    public Task<Answer<IReadOnlyList<CountFact>>> CountAsync(Cabinet cabinet, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<IReadOnlyList<CountFact>>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var counted = new List<CountedVictim>();
                foreach (var file in await append.Db.Files.AsNoTracking().Where(f => f.Owner == cabinet.Organisation).ToListAsync(cancellation))
                {
                    var consents = await append.Db.Consents.AsNoTracking().Where(c => c.FileId == file.Id && c.Purpose == Purpose.Statistics && c.Recipient == cabinet.Organisation).ToListAsync(cancellation);
                    if (!consents.Exists(c => VictimAccess.Allows(append, cabinet, c)))
                        continue;
                    var (who, noIdentity) = await VictimAccess.ContentAsync<IdentitySection>(append, cabinet, file, FileSection.Identity, cancellation);
                    var (assessment, noAssessment) = await VictimAccess.ContentAsync<AssessmentSection>(append, cabinet, file, FileSection.Assessment, cancellation);
                    var (services, noServices) = await VictimAccess.ContentAsync<ServicesSection>(append, cabinet, file, FileSection.Services, cancellation);
                    if ((append.Refuses(file) ?? append.RefusesAny(consents) ?? noIdentity ?? noAssessment ?? noServices) is { } problem)
                        return problem;
                    if (who is not null)
                        counted.Add(new CountedVictim(who.Sex, who.AgeGroup, (assessment?.Forms ?? []).ToHashSet(), (services?.Services ?? []).Where(s => s.GivenFrom is not null).Select(s => s.Kind).ToHashSet()));
                }
                append.Audit(actor, ShelterAction.Counted);
                return new Answer<IReadOnlyList<CountFact>>(CountedVictim.Told(counted));
            },
            cancellation);

    private static async Task<string> NewPseudonymAsync(ShelterAppend append, CancellationToken cancellation)
    {
        while (true)
        {
            var pseudonym = $"V-{Spelt.Random(8)}";
            if (!await append.Db.Files.AnyAsync(f => f.Pseudonym == pseudonym, cancellation))
                return pseudonym;
        }
    }

    private static VictimFile Of(FileRow row, IReadOnlyList<FileSection> sections) => new(row.Id, row.Pseudonym, row.Owner, row.OpenedAt, [.. sections.Order()], []);

    private static async Task<VictimFile> ListedAsync(ShelterAppend append, Cabinet cabinet, FileRow row, CancellationToken cancellation)
    {
        var written = await WrittenAsync(append, row.Id, cancellation);
        if (row.Owner == cabinet.Organisation)
            return Of(row, written);
        var given = new List<Purpose>();
        var asked = append.Db.Referrals.Where(r => r.FileId == row.Id && r.To == cabinet.Organisation && r.State == ReferralState.Accepted).Select(r => r.Purpose).Distinct();
        foreach (var purpose in await asked.ToListAsync(cancellation))
        {
            if ((await VictimAccess.ReferredAsync(append, cabinet, row.Id, purpose, cancellation)).File is not null)
                given.Add(purpose);
        }
        return Of(row, [.. written.Intersect(given.SelectMany(purpose => Purposes.Sections[purpose]))]) with { For = [.. given.Order()] };
    }

    private static string Written(SectionContent content) => JsonSerializer.Serialize(content, ShelterJson.Options);

    private static Task<List<FileSection>> WrittenAsync(ShelterAppend append, Guid fileId, CancellationToken cancellation) =>
        append.Db.Sections.Where(s => s.FileId == fileId).Select(s => s.Section).ToListAsync(cancellation);

    private static async Task<(FileRow? File, ConsentRow? Consent, Finding? Problem)> OwnConsentAsync(
        ShelterAppend append, Cabinet cabinet, Guid fileId, Purpose purpose, string recipient, CancellationToken cancellation)
    {
        var (file, problem) = await VictimAccess.OwnedAsync(append, cabinet, fileId, cancellation);
        if (file is null)
            return (null, null, problem);
        var consents = await append.Db.Consents.AsNoTracking().Where(c => c.FileId == fileId && c.Purpose == purpose && c.Recipient == recipient).ToListAsync(cancellation);
        if (append.RefusesAny(consents) is { } tampered)
            return (null, null, tampered);
        return Purposes.IsShared(purpose) && consents.Find(c => VictimAccess.Allows(append, cabinet, c)) is { } inForce
            ? (file, inForce, null)
            : (null, null, CaseworkRule.ConsentRequired.Broken("purpose", ("purpose", $"{purpose}")));
    }

    private static void AddSection(ShelterAppend append, Cabinet cabinet, FileRow file, SectionContent content, Actor actor)
    {
        AddSection(append, cabinet, file, content, actor, out var key);
        CryptographicOperations.ZeroMemory(key);
    }

    private static SectionRow AddSection(ShelterAppend append, Cabinet cabinet, FileRow file, SectionContent content, Actor actor, out byte[] key)
    {
        key = Sealing.NewKey();
        var row = new SectionRow { FileId = file.Id, Section = content.Section, KeyId = Guid.NewGuid(), Version = 1, WrittenAt = append.Now, WrittenBy = actor.Name, Content = [] };
        row.Content = Sealing.SealJson(key, KeyChange.Belongs(row), content);
        append.Db.Sections.Add(row);
        append.Db.Wraps.Add(new WrapRow
        {
            FileId = file.Id,
            Section = content.Section,
            Organisation = cabinet.Organisation,
            KeyId = row.KeyId,
            OrganisationKeyId = cabinet.KeyId,
            Wrapped = cabinet.WrapOwn(KeyChange.Wrapping(file.Id, content.Section, row.KeyId), key),
        });
        return row;
    }
}
