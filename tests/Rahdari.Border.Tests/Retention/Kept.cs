using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Crossings;
using Rahdari.Border.Ledger;
using Rahdari.Border.Retention;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Tests.Retention;

/// <summary>What the tests of retention do again and again.</summary>
internal static class Kept
{
    public static readonly Actor Administrator = new("admin1", new HashSet<string> { Roles.Administrator }, null);
    public static readonly Actor Second = new("admin2", new HashSet<string> { Roles.Administrator }, null);

    public static string Passport(string number, string surname, string born = "1980-05-17") => Specimens.Passport(number, surname, born: born, expires: "2060-01-01");

    public static async Task PublishAsync(TestSite site, params (RecordClass Class, int Months)[] periods)
    {
        var published = await site.Get<RetentionRegister>().PublishAsync([.. periods.Select(p => new RetentionPeriod(p.Class, p.Months, "Specimen rule"))], "specimen", Administrator, TestContext.Current.CancellationToken);
        Assert.True(published.Succeeded, published.Problem?.ToString());
    }

    public static async Task<PurgeReport> PurgeAsync(TestSite site, IProgress<int>? progress = null, CancellationToken? cancellation = null)
    {
        var purged = await site.Get<RetentionPurge>().PurgeAsync("specimen purge", Administrator, progress, cancellation ?? TestContext.Current.CancellationToken);
        Assert.True(purged.Succeeded, purged.Problem?.ToString());
        return purged.Value;
    }

    public static PlannedClass Of(RetentionPlan plan, RecordClass of) => Assert.Single(plan.Classes, c => c.Class == of);

    public static async Task<IReadOnlyList<LedgerFault>> FaultsAsync(TestSite site) => (await site.Get<LedgerVerifier>().WalkAsync(cancellation: TestContext.Current.CancellationToken)).Faults;

    public static async Task<T> ReadAsync<T>(TestSite site, Func<BorderContext, Task<T>> read)
    {
        await using var db = site.Get<BorderStorage>().Open();
        return await read(db);
    }

    public static Task<List<Crossing>> CrossingsAsync(TestSite site) => ReadAsync(site, db => db.Crossings.AsNoTracking().OrderBy(c => c.At).ToListAsync(TestContext.Current.CancellationToken));

    /// <summary>Enters and leaves within two days.</summary>
    public static async Task<Crossing> JourneyAsync(TestSite site, string mrz)
    {
        var entry = await site.PassAsync(mrz);
        site.Clock.Advance(TimeSpan.FromDays(2));
        await site.PassAsync(mrz, Direction.Exit);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        return entry;
    }
}
