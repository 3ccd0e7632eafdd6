using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Received;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Links;

namespace Rahdari.Bench.Ledger.National;

/// <summary>
/// Headquarters is lost, folder and database, and made again of its last backup and of what the port still has: how long each step takes, and whether everything is there afterwards, once, as it was signed.
/// </summary>
internal static class Rebuilding
{
    public static async Task<int> RunAsync(Options options, TextWriter to)
    {
        await using var country = await Country.OpenAsync(options, to);
        country.Wire.Heal();
        var outbox = country.Port.Get<Outbox>();
        var before = await outbox.EndAsync();
        await country.ArrivedAsync(before);
        await ComparedAsync(country);
        await to.WriteLineAsync(Line($"rebuild: {options.Crossings} crossings, {before} records, are at headquarters"));

        var backup = Path.Combine(options.Folder, "headquarters.zip");
        File.Delete(backup);
        var saved = await Figures.SecondsAsync(async () => Known(await SiteBackup.BackupAsync(country.Headquarters.Folder, backup)));
        var size = new FileInfo(backup).Length;
        await to.WriteLineAsync(Line($"  backed up in {saved:F1} s: {size / 1048576.0:F1} MiB, {size / (double)options.Crossings:F0} bytes a crossing"));
        await PortDay.RecordAsync(country.Port.Get<EncounterDesk>(), options, options.Crossings, options.Later);
        var end = await outbox.EndAsync();
        await country.ArrivedAsync(end);
        await to.WriteLineAsync(Line($"  since then {options.Later} crossings more, {end - before} records, came to headquarters, which is destroyed now: folder, broker and database"));

        await country.Headquarters.DisposeAsync();
        Directory.Delete(country.HeadquartersFolder, recursive: true);
        NpgsqlConnection.ClearAllPools();
        await Country.NewDatabaseAsync();
        var watch = Stopwatch.StartNew();
        Known(await SiteBackup.RestoreAsync(backup, country.HeadquartersFolder, country.Connection, null, LinksRegistration.Senders));
        var restored = watch.Elapsed;
        var site = SiteFolder.Open(country.HeadquartersFolder, country.Connection).Value!;
        await LinkedSite.EnrolAsync(site, site); // A link's key is in no backup.
        country.Return(site);
        var started = watch.Elapsed;
        await country.Headquarters.StartAsync();
        var has = (await country.Headquarters.Get<RecordIntake>().ReceiptAsync(PortDay.Node)).Sequence;
        await country.ArrivedAsync(end);
        var seconds = (watch.Elapsed - started).TotalSeconds;
        await to.WriteLineAsync(Line($"  restored and its chains walked in {restored.TotalSeconds:F1} s, certified anew in {(started - restored).TotalSeconds:F1} s"));
        await to.WriteLineAsync(Line($"  {seconds:F1} s after it started, the port had sent the {end - has} records again that the backup lacked: {(end - has) / seconds:F0} records/s"));
        await ComparedAsync(country);
        return await IsWholeAsync(country, options.Crossings + options.Later, end, to) ? 0 : 1;
    }

    /// <summary>Every record and crossing of the port stands at headquarters, once, and every chain and row is what was signed.</summary>
    private static async Task<bool> IsWholeAsync(Country country, int crossings, long records, TextWriter to)
    {
        await using var db = country.Headquarters.Get<BorderStorage>().Open();
        var there = await db.Crossings.LongCountAsync();
        var signed = await db.Ledger.LongCountAsync(e => e.Node == PortDay.Node && e.Sequence <= records);
        var apart = await db.Quarantine.LongCountAsync();
        LedgerVerification verified = null!;
        var seconds = await Figures.SecondsAsync(async () => verified = Known(await country.Headquarters.Get<LedgerVerifier>().VerifyAsync(null, Actor.CommandLine)));
        await to.WriteLineAsync(Line($"  headquarters has {there} of {crossings} crossings, {signed} of {records} records, {apart} in quarantine; verified {verified.Checked} records in {seconds:F1} s, {verified.Checked / seconds:F0} a second: {verified.Faults.Count} faults"));
        foreach (var fault in verified.Faults.Take(10))
            await to.WriteLineAsync($"    {fault.Code} {fault.Sequence}: {fault.Detail}");
        return there == crossings && signed == records && apart == 0 && verified.Faults.Count == 0;
    }

    private static async Task ComparedAsync(Country country)
    {
        await using var db = country.Headquarters.Get<BorderStorage>().Open();
        while (await db.UnlinkedTravellers.AnyAsync())
            await Task.Delay(100);
    }

    private static T Known<T>(Answer<T> answer)
        where T : class => answer.Value ?? throw new InvalidOperationException(answer.Problem?.ToString());

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
