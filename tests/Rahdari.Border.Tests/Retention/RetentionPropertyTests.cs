using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Retention;
using Rahdari.Border.Screening;
using Rahdari.Border.Stays;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers.Links;
using static Rahdari.Border.Tests.Retention.Kept;

namespace Rahdari.Border.Tests.Retention;

/// <summary>Whatever happened, whatever the schedule and whenever it is purged: what stays verifies, and reads as it did before.</summary>
public class RetentionPropertyTests
{
    /// <summary>The first is listed.</summary>
    private static readonly string[] Names = ["SPECIMENA", "MUSTER", "PROBE", "ENSAMPLE"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, TestSite.Sqlite)]
    [InlineData(2, TestSite.Sqlite)]
    [InlineData(3, TestSite.Sqlite)]
    [InlineData(6, TestSite.Postgres)]
    public async Task A_purge_changes_nothing_that_stays(int seed, string engine)
    {
        var random = new Random(seed);
        await using var site = await TestSite.OpenAsync(engine);
        await Lists.ImportAsync(site, Lists.Person("SPEi.1", "Khanum SPECIMENA"));
        await LiveAsync(site, random);
        site.Clock.Advance(TimeSpan.FromDays(random.Next(30, 900)));
        await PublishAsync(site, [.. Enum.GetValues<RecordClass>().Where(of => of == RecordClass.Crossings || random.Next(6) > 0).Select(of => (of, random.Next(12, 24)))]);
        var (held, heldCrossings) = await HoldAsync(site, random);
        Assert.Empty(await FaultsAsync(site));
        var before = await StaysAsync(site);

        var report = await PurgeAsync(site);

        Assert.NotEqual(0, Of(report.Erased, RecordClass.Crossings).Records);
        Assert.Empty(await FaultsAsync(site));
        var after = await StaysAsync(site);
        Assert.All(after, stay => Assert.Equal(before[stay.Key], stay.Value));
        Assert.All(before.Where(stay => stay.Value.State == StayState.Open), stay => Assert.Contains(stay.Key, after.Keys));
        Assert.Equal(heldCrossings, (await CrossingsAsync(site)).Count(c => held.Contains(c.TravellerId)));
        await using var db = site.Get<BorderStorage>().Open();
        Assert.Equal(held.Count, await db.Travellers.CountAsync(t => held.Contains(t.Id), Cancellation));
        Assert.False(await db.Encounters.AnyAsync(e => !db.Travellers.Any(t => t.Id == e.TravellerId), Cancellation));
        Assert.False(await db.Crossings.AnyAsync(c => !db.Travellers.Any(t => t.Id == c.TravellerId), Cancellation));
        Assert.False(await db.Hits.AnyAsync(h => !db.Encounters.Any(e => e.Id == h.EncounterId), Cancellation));
        Assert.False(await db.TravellerLinks.AnyAsync(l => !db.Travellers.Any(t => t.Id == l.OneId) || !db.Travellers.Any(t => t.Id == l.OtherId), Cancellation));
        Assert.False(await db.TravellerKeys.AnyAsync(k => !db.Travellers.Any(t => t.Id == k.TravellerId), Cancellation));
        Assert.False(await db.Travellers.AnyAsync(t => !db.Travellers.Any(p => p.Id == t.PersonId), Cancellation));
        // And life goes on.
        await LiveAsync(site, random, 10);
        Assert.Empty(await FaultsAsync(site));
        await PurgeAsync(site);
        Assert.Empty(await FaultsAsync(site));
    }

    private static async Task LiveAsync(TestSite site, Random random, int events = 60)
    {
        for (var i = 0; i < events; i++)
        {
            site.Clock.Advance(TimeSpan.FromHours(random.Next(1, 24 * 30)));
            var who = random.Next(8);
            // Two passports of one name and day of birth each: links join them, or propose it.
            var mrz = Specimens.Passport($"SPC0000{who:D2}", Names[who / 2], who < 2 ? "KHANUM" : "ANNA", born: $"198{who / 2}-05-17", expires: "2060-01-01");
            var encounter = await site.PresentAsync(mrz, random.Next(2) == 0 ? Direction.Entry : Direction.Exit);
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            var kind = random.Next(12) switch { 0 => DecisionKind.Refer, 1 => DecisionKind.Refuse, 2 => (DecisionKind?)null, _ => DecisionKind.Pass };
            if (kind is null)
                continue; // The officer went home.
            if (kind != DecisionKind.Refer)
            {
                foreach (var hit in encounter.Hits.Where(h => h.State == HitState.Open))
                    await site.Get<HitQueue>().ResolveAsync(hit.Id, HitState.Dismissed, "another person", site.Supervisor, random.Next(3) == 0 ? null : TestSite.Settings.LocalDay(site.Clock.GetUtcNow()).AddDays(random.Next(1, 90)), Cancellation);
            }
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            await site.DecideAsync(encounter, new Decision(kind.Value, "specimen"), kind == DecisionKind.Refer ? site.Officer : site.Supervisor);
            if (random.Next(5) == 0 && await ReadAsync(site, db => db.TravellerLinks.AsNoTracking().Where(l => l.State == LinkState.Proposed).OrderBy(l => l.FoundAt).FirstOrDefaultAsync(Cancellation)) is { } link)
                await site.Get<TravellerLinks>().ConfirmAsync(link.Id, "specimen", site.Supervisor, Cancellation);
        }
    }

    private static async Task<(HashSet<Guid> Held, int Crossings)> HoldAsync(TestSite site, Random random)
    {
        var travellers = await ReadAsync(site, db => db.Travellers.AsNoTracking().OrderBy(t => t.FirstSeen).ToListAsync(Cancellation));
        var named = travellers[random.Next(travellers.Count)];
        Assert.True((await site.Get<HoldRegister>().PlaceAsync(new HoldTerms("Court (specimen)", "1", "specimen") { Travellers = [named.Id] }, Administrator, Cancellation)).Succeeded);
        var held = travellers.Where(t => t.PersonId == named.PersonId).Select(t => t.Id).ToHashSet();
        return (held, (await CrossingsAsync(site)).Count(c => held.Contains(c.TravellerId)));
    }

    /// <summary>Each crossing that is a leg, with its stay as the traveller's page shows it.</summary>
    private static async Task<Dictionary<Guid, RecordedStay>> StaysAsync(TestSite site)
    {
        var persons = await ReadAsync(site, db => db.Travellers.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.PersonId, Cancellation));
        var legs = new Dictionary<Guid, RecordedStay>();
        foreach (var person in (await CrossingsAsync(site)).GroupBy(c => persons[c.TravellerId]))
        {
            foreach (var stay in StayPairing.Of(person, [], TestSite.Settings.LocalDay(site.Clock.GetUtcNow()), TestSite.Settings))
            {
                foreach (var leg in new[] { stay.Entry, stay.Exit }.OfType<StayLeg>())
                    legs[leg.CrossingId] = stay;
            }
        }
        return legs;
    }
}
