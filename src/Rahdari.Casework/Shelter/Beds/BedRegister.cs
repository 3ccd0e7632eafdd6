using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Storage;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Shelter.Beds;

/// <summary>
/// An organisation's beds, who stays in them, and who waits. Whoever reads the database learns that a bed is taken, not by whom. Role of everything here: caseworker with an opened cabinet; audited.
/// Thread-safe.
/// </summary>
public sealed class BedRegister
{
    private readonly ShelterWriter writer;

    internal BedRegister(ShelterWriter writer) => this.writer = writer;

    /// <summary>Adds a bed. Told again under the same id it changes nothing.</summary>
    public Task<Answer<Bed>> AddAsync(Cabinet cabinet, Bed bed, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<Bed>(
            cabinet,
            actor,
            Check(bed),
            async append =>
            {
                if (await append.Db.Beds.AsNoTracking().SingleOrDefaultAsync(b => b.Id == bed.Id, cancellation) is { } before)
                {
                    if (append.Refuses(before) is { } tampered)
                        return tampered;
                    var isSame = before.Organisation == cabinet.Organisation && (before.Shelter, before.Room, before.Name, before.Suitability, before.From) == (bed.Shelter.Trim(), bed.Room.Trim(), bed.Name.Trim(), bed.Suitability, bed.From);
                    return isSame && (bed.Until is null || bed.Until == before.Until) ? Of(before) : CaseworkRule.KeyTaken.Broken("id");
                }
                var row = new BedRow { Id = bed.Id, Organisation = cabinet.Organisation, Shelter = bed.Shelter.Trim(), Room = bed.Room.Trim(), Name = bed.Name.Trim(), Suitability = bed.Suitability, From = bed.From, Until = bed.Until };
                append.Db.Beds.Add(row);
                append.Audit(actor, ShelterAction.BedsChanged, "bed", $"{row.Id}");
                return Of(row);
            },
            cancellation);

    /// <summary>Takes a bed out of use from a day on, from which nobody stays in it.</summary>
    public Task<Answer<Bed>> CloseAsync(Cabinet cabinet, Guid bedId, DateOnly until, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<Bed>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var (row, problem) = await BedAsync(append, cabinet, bedId, cancellation);
                if (row is null)
                    return problem!;
                if (until < row.From)
                    return ShelterFields.Wrong("until");
                if (await append.Db.Stays.AnyAsync(s => s.BedId == bedId && (s.Until == null || s.Until > until), cancellation))
                    return CaseworkRule.BedTaken.Broken("bed");
                row.Until = until;
                append.Audit(actor, ShelterAction.BedsChanged, "bed", $"{row.Id}");
                return Of(row);
            },
            cancellation);

    /// <summary>Every bed of a shelter, or of all where it is null, and who stays in it in the night after the day.</summary>
    public Task<Answer<IReadOnlyList<BedOnDay>>> OccupancyAsync(Cabinet cabinet, string? shelter, DateOnly day, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<IReadOnlyList<BedOnDay>>(
            cabinet,
            actor,
            ShelterFields.Name("shelter", shelter),
            async append =>
            {
                var beds = await append.Db.Beds.AsNoTracking()
                    .Where(b => b.Organisation == cabinet.Organisation && (shelter == null || b.Shelter == shelter) && b.From <= day && (b.Until == null || b.Until > day))
                    .OrderBy(b => b.Shelter).ThenBy(b => b.Room).ThenBy(b => b.Name).ToListAsync(cancellation);
                var stays = await append.Db.Stays.AsNoTracking().Where(s => s.Organisation == cabinet.Organisation && s.From <= day && (s.Until == null || s.Until > day)).ToListAsync(cancellation);
                if ((append.RefusesAny(beds) ?? append.RefusesAny(stays)) is { } tampered)
                    return tampered;
                append.Audit(actor, ShelterAction.BedsRead, null, null, $"{day:yyyy-MM-dd}");
                return new Answer<IReadOnlyList<BedOnDay>>([.. beds.Select(b => new BedOnDay(Of(b), stays.Find(s => s.BedId == b.Id) is { } stay ? Opened(cabinet, stay) : null))]);
            },
            cancellation);

    /// <summary>Begins a stay: in a bed that is free from the day on, and for such a person; nobody is in two beds. Told again under the same id it changes nothing.</summary>
    public Task<Answer<Stay>> BeginAsync(Cabinet cabinet, Guid id, Guid fileId, Guid bedId, DateOnly from, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<Stay>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var who = await IdentityAsync(append, cabinet, fileId, cancellation);
                if (!who.Succeeded)
                    return who.Problem;
                if (await append.Db.Stays.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation) is { } before)
                {
                    if (append.Refuses(before) is { } changed)
                        return changed;
                    if (before.Organisation != cabinet.Organisation || Opened(cabinet, before) is not { } same || (same.FileId, same.BedId, same.From) != (fileId, bedId, from))
                        return CaseworkRule.KeyTaken.Broken("id");
                    append.Audit(actor, ShelterAction.VictimRead, "victim", same.Pseudonym, "stay");
                    return same;
                }
                var (bed, problem) = await BedAsync(append, cabinet, bedId, cancellation);
                if (bed is null)
                    return problem!;
                if (from < bed.From || from >= bed.Until)
                    return CaseworkRule.BedUnknown.Broken("from");
                if (!Suits(bed.Suitability, (IdentitySection)who.Value.Content))
                    return CaseworkRule.BedUnsuitable.Broken("bed", ("suitability", $"{bed.Suitability}"));
                // A stay has no end yet: whatever ends later is in its way.
                if (await append.Db.Stays.AnyAsync(s => s.BedId == bedId && (s.Until == null || s.Until > from), cancellation))
                    return CaseworkRule.BedTaken.Broken("bed");
                var open = await append.Db.Stays.AsNoTracking().Where(s => s.Organisation == cabinet.Organisation && (s.Until == null || s.Until > from)).ToListAsync(cancellation);
                if (append.RefusesAny(open) is { } tampered)
                    return tampered;
                if (open.Exists(s => Opened(cabinet, s)?.FileId == fileId))
                    return CaseworkRule.StaysAlready.Broken();
                var row = new StayRow { Id = id, Organisation = cabinet.Organisation, BedId = bedId, From = from, Details = [] };
                row.Details = cabinet.SealOwn(KeyChange.Belongs(row), new StayDetails(fileId, who.Value.Pseudonym, null));
                append.Db.Stays.Add(row);
                foreach (var waiting in await append.Db.Waiting.Where(w => w.Organisation == cabinet.Organisation && w.EndedAt == null).ToListAsync(cancellation))
                {
                    if (append.Refuses(waiting) is null && cabinet.OpenOwn<WaitingDetails>(KeyChange.Belongs(waiting), waiting.Details)?.FileId == fileId)
                        waiting.EndedAt = append.Now;
                }
                append.Audit(actor, ShelterAction.StayBegun, "victim", who.Value.Pseudonym);
                return Opened(cabinet, row)!;
            },
            cancellation);

    /// <summary>Ends a stay, or tells more of how it ended: the follow-up. The bed is free from the night of that day.</summary>
    public Task<Answer<Stay>> EndAsync(Cabinet cabinet, Guid stayId, DateOnly until, StayEnd end, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<Stay>(
            cabinet,
            actor,
            Check(end),
            async append =>
            {
                var row = await append.Db.Stays.SingleOrDefaultAsync(s => s.Id == stayId, cancellation);
                if (append.RefusesAt(row, $"{stayId:N}") is { } tampered)
                    return tampered;
                if (row?.Organisation != cabinet.Organisation)
                    return CaseworkRule.StayUnknown.Broken();
                if (until < row.From || end.FollowUpDue < until || end.FollowedUpOn < until)
                    return ShelterFields.Wrong("until");
                if (row.Until is { } ended && ended != until)
                    return CaseworkRule.StayEnded.Broken(null, ("until", $"{ended:yyyy-MM-dd}"));
                if (cabinet.OpenOwn<StayDetails>(KeyChange.Belongs(row), row.Details) is not { } details)
                    return KeyChange.Unreadable(row);
                row.Until = until;
                row.Details = cabinet.SealOwn(KeyChange.Belongs(row), details with { End = end });
                append.Audit(actor, ShelterAction.StayEnded, "victim", details.Pseudonym);
                return Opened(cabinet, row)!;
            },
            cancellation);

    /// <summary>The stays of a file in the organisation's shelters.</summary>
    public Task<Answer<IReadOnlyList<Stay>>> StaysAsync(Cabinet cabinet, Guid fileId, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<IReadOnlyList<Stay>>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var who = await IdentityAsync(append, cabinet, fileId, cancellation);
                if (!who.Succeeded)
                    return who.Problem;
                var rows = await append.Db.Stays.AsNoTracking().Where(s => s.Organisation == cabinet.Organisation).OrderBy(s => s.From).ToListAsync(cancellation);
                if (append.RefusesAny(rows) is { } tampered)
                    return tampered;
                append.Audit(actor, ShelterAction.VictimRead, "victim", who.Value.Pseudonym, "stays");
                return new Answer<IReadOnlyList<Stay>>([.. rows.Select(row => Opened(cabinet, row)).OfType<Stay>().Where(s => s.FileId == fileId)]);
            },
            cancellation);

    /// <summary>Puts a file on the waiting list of a shelter. Told again under the same id it changes nothing. A stay that begins ends it.</summary>
    public Task<Answer<WaitingPlace>> WaitAsync(Cabinet cabinet, Guid id, Guid fileId, string shelter, Suitability suitability, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<WaitingPlace>(
            cabinet,
            actor,
            ShelterFields.Told("shelter", shelter) ?? ShelterFields.Known("suitability", suitability),
            async append =>
            {
                var who = await IdentityAsync(append, cabinet, fileId, cancellation);
                if (!who.Succeeded)
                    return who.Problem;
                var row = await append.Db.Waiting.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancellation);
                if (append.RefusesAt(row, $"{id:N}") is { } tampered)
                    return tampered;
                if (row is not null)
                {
                    if (row.Organisation != cabinet.Organisation || Opened(cabinet, row) is not { } same || (same.FileId, same.Shelter, same.Suitability) != (fileId, shelter.Trim(), suitability))
                        return CaseworkRule.KeyTaken.Broken("id");
                    append.Audit(actor, ShelterAction.VictimRead, "victim", same.Pseudonym, "waiting");
                    return same;
                }
                if (!Suits(suitability, (IdentitySection)who.Value.Content))
                    return CaseworkRule.BedUnsuitable.Broken("suitability", ("suitability", $"{suitability}"));
                row = new WaitingRow { Id = id, Organisation = cabinet.Organisation, Shelter = shelter.Trim(), Suitability = suitability, Since = append.Now, Details = [] };
                row.Details = cabinet.SealOwn(KeyChange.Belongs(row), new WaitingDetails(fileId, who.Value.Pseudonym));
                append.Db.Waiting.Add(row);
                append.Audit(actor, ShelterAction.WaitingChanged, "victim", who.Value.Pseudonym);
                return Opened(cabinet, row)!;
            },
            cancellation);

    /// <summary>Takes a file off the waiting list.</summary>
    public Task<Answer<WaitingPlace>> StopWaitingAsync(Cabinet cabinet, Guid id, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<WaitingPlace>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var row = await append.Db.Waiting.SingleOrDefaultAsync(w => w.Id == id, cancellation);
                if (append.RefusesAt(row, $"{id:N}") is { } tampered)
                    return tampered;
                if (row?.Organisation != cabinet.Organisation || Opened(cabinet, row) is not { } place)
                    return CaseworkRule.FileNotFound.Broken();
                row.EndedAt ??= append.Now;
                append.Audit(actor, ShelterAction.WaitingChanged, "victim", place.Pseudonym);
                return place;
            },
            cancellation);

    /// <summary>Who waits, the longest first.</summary>
    public Task<Answer<IReadOnlyList<WaitingPlace>>> WaitingAsync(Cabinet cabinet, Actor actor, CancellationToken cancellation = default) =>
        writer.RunAsync<IReadOnlyList<WaitingPlace>>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var rows = await append.Db.Waiting.AsNoTracking().Where(w => w.Organisation == cabinet.Organisation && w.EndedAt == null).OrderBy(w => w.Since).ThenBy(w => w.Id).ToListAsync(cancellation);
                if (append.RefusesAny(rows) is { } tampered)
                    return tampered;
                append.Audit(actor, ShelterAction.BedsRead, null, null, "waiting");
                return new Answer<IReadOnlyList<WaitingPlace>>([.. rows.Select(row => Opened(cabinet, row)).OfType<WaitingPlace>()]);
            },
            cancellation);

    /// <summary>Who it is: of a file that the organisation keeps, or that was referred to it for shelter.</summary>
    private static async Task<Answer<ReadSection>> IdentityAsync(ShelterAppend append, Cabinet cabinet, Guid fileId, CancellationToken cancellation)
    {
        var (file, problem) = await VictimAccess.OwnedAsync(append, cabinet, fileId, cancellation);
        if (file is not null)
            return await VictimAccess.OwnSectionAsync(append, cabinet, file, FileSection.Identity, cancellation);
        return problem!.Code == CaseworkRule.FileNotFound.Code ? await VictimAccess.ReferredSectionAsync(append, cabinet, fileId, FileSection.Identity, Purpose.Shelter, cancellation) : problem;
    }

    private static async Task<(BedRow? Bed, Finding? Problem)> BedAsync(ShelterAppend append, Cabinet cabinet, Guid bedId, CancellationToken cancellation)
    {
        var bed = await append.Db.Beds.SingleOrDefaultAsync(b => b.Id == bedId, cancellation);
        if (append.RefusesAt(bed, $"{bedId:N}") is { } tampered)
            return (null, tampered);
        return bed?.Organisation == cabinet.Organisation ? (bed, null) : (null, CaseworkRule.BedUnknown.Broken("bed"));
    }

    private static bool Suits(Suitability suitability, IdentitySection who) => suitability switch
    {
        Suitability.Women => who.Sex != Sex.Male && !who.IsMinor,
        Suitability.Men => who.Sex != Sex.Female && !who.IsMinor,
        Suitability.Minors => who.IsMinor || who.AgeGroup == AgeGroup.Unknown,
        _ => true,
    };

    private static Finding? Check(Bed bed) => bed is null ? ShelterFields.Wrong("bed")
        : ShelterFields.Told("shelter", bed.Shelter) ?? ShelterFields.Told("room", bed.Room) ?? ShelterFields.Told("name", bed.Name) ?? ShelterFields.Known("suitability", bed.Suitability)
            ?? (bed.Until < bed.From ? ShelterFields.Wrong("until") : null);

    private static Finding? Check(StayEnd end) => end is null ? ShelterFields.Wrong("end")
        : ShelterFields.Known("reason", end.Reason) ?? ShelterFields.Known("destination", end.Destination) ?? ShelterFields.Text("note", end.Note);

    private static Bed Of(BedRow row) => new(row.Id, row.Shelter, row.Room, row.Name, row.Suitability, row.From, row.Until);

    private static Stay? Opened(Cabinet cabinet, StayRow row) =>
        cabinet.OpenOwn<StayDetails>(KeyChange.Belongs(row), row.Details) is { } details ? new Stay(row.Id, details.FileId, details.Pseudonym, row.BedId, row.From, row.Until, details.End) : null;

    private static WaitingPlace? Opened(Cabinet cabinet, WaitingRow row) =>
        cabinet.OpenOwn<WaitingDetails>(KeyChange.Belongs(row), row.Details) is { } details ? new WaitingPlace(row.Id, details.FileId, details.Pseudonym, row.Shelter, row.Suitability, row.Since) : null;
}
