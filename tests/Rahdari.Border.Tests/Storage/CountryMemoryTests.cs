using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border.Crossings;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Tests.Storage;

/// <summary>A site that recorded crossings before they stood by months, and before keys, latest crossings and persons were noted.</summary>
public class CountryMemoryTests
{
    private const string Before = "NationalScreening";

    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_was_recorded_is_taken_in_and_goes_back_whole(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var stop = TestContext.Current.CancellationToken;
        var entered = await site.PassAsync(Specimens.Passport());
        site.Clock.Advance(TimeSpan.FromDays(40));
        await site.PassAsync(Specimens.Passport(), Direction.Exit);
        await site.PassAsync(Specimens.Passport(number: "SPC000777", surname: "NOBODY", born: "1971-02-03"));

        await using (var db = site.Get<BorderStorage>().Open())
        {
            await MigrateAsync(db, Before);
            Assert.Equal(3, await CountAsync(db, engine));
            await db.Database.MigrateAsync(stop);
        }
        await site.RestartAsync();

        await using (var db = site.Get<BorderStorage>().Open())
        {
            Assert.Equal(3, await db.Crossings.CountAsync(stop));
            Assert.Equal(3, await db.CrossingKeys.CountAsync(stop));
            Assert.All(await db.Travellers.ToListAsync(stop), traveller => Assert.Equal(traveller.Id, traveller.PersonId));
            var span = await db.CrossingSpans.SingleAsync(s => s.TravellerId == entered.TravellerId, stop);
            Assert.Equal((TestSite.Start, TestSite.Start.AddDays(40), 2, 0), (span.FirstAt, span.LastAt, span.Crossings, span.Refusals));
            Assert.Equal(CrossingOutcome.Departed, (await db.LastCrossings.SingleAsync(l => l.TravellerId == entered.TravellerId, stop)).Outcome);
        }
        Assert.Empty((await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: stop)).Value!.Faults);
        Assert.Equal(1, (await site.PresentAsync(Specimens.Passport(number: "SPC000777", surname: "NOBODY", born: "1971-02-03"), Direction.Exit)).Traveller.Crossings);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_backup_that_an_earlier_version_made_is_restored(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var stop = TestContext.Current.CancellationToken;
        var crossing = await site.PassAsync(Specimens.Passport());
        await using (var db = site.Get<BorderStorage>().Open())
            await MigrateAsync(db, Before);
        var file = Path.Combine(site.Root, "backup.zip");
        Assert.True((await SiteBackup.BackupAsync(site.Folder, file, cancellation: stop)).Succeeded);

        var restored = Path.Combine(site.Root, "restored");
        var database = engine == TestSite.Postgres ? await FreshDatabases.EmptyAsync() : null;
        var answer = await SiteBackup.RestoreAsync(file, restored, database, cancellation: stop);

        Assert.True(answer.Succeeded, answer.Problem?.Evidence["reason"]);
        await using var services = new ServiceCollection().AddBorder(SiteFolder.Open(restored, database).Value!).BuildServiceProvider();
        await services.OpenBorderAsync(stop);
        Assert.Equal(crossing.Id, (await services.GetRequiredService<CrossingRegister>().FindAsync(crossing.Id, site.Officer, stop)).Value?.Id);
    }

    private static async Task MigrateAsync(BorderContext db, string name)
    {
        var migration = db.Database.GetMigrations().Single(m => m.EndsWith($"_{name}", StringComparison.Ordinal));
        await db.GetService<IMigrator>().MigrateAsync(migration, TestContext.Current.CancellationToken);
    }

    // The model has columns that the table has not.
    private static async Task<int> CountAsync(BorderContext db, string engine) => engine == TestSite.Postgres
        ? (await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM border.crossings").ToListAsync(TestContext.Current.CancellationToken))[0]
        : (await db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM crossings").ToListAsync(TestContext.Current.CancellationToken))[0];
}
