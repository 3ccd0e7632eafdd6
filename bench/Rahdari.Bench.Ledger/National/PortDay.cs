using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Sites;
using Rahdari.Documents.Mrz;

namespace Rahdari.Bench.Ledger.National;

/// <summary>
/// What a port records in a day, through its counters: each traveller presented, screened, decided on, audited and signed. Three in four are new to the record, every fourth left or came before and
/// goes the other way now. It takes minutes, so a recorded day is kept in the folder and copied.
/// </summary>
internal static class PortDay
{
    public const string Node = "khi-1";
    public const string Port = "PKKHI";

    private static readonly Actor Officer = new("officer", new HashSet<string> { Roles.Officer, Roles.Supervisor }, Port);

    /// <summary>A port's site with so many crossings, in a folder that is made anew.</summary>
    public static async Task<SiteFolder> OpenAsync(Options options, string folder, TextWriter to)
    {
        var kept = Path.Combine(options.Folder, $"day-{options.Crossings}-{options.Seed}");
        if (!Directory.Exists(kept))
        {
            var being = kept + ".recording";
            if (Directory.Exists(being))
                Directory.Delete(being, recursive: true);
            await using (var services = new ServiceCollection().AddBorder(LinkedSite.Make(being, Node, Port, null)).BuildServiceProvider())
            {
                await services.OpenBorderAsync();
                var seconds = await Figures.SecondsAsync(() => RecordAsync(services.GetRequiredService<EncounterDesk>(), options, 0, options.Crossings));
                await to.WriteLineAsync(FormattableString.Invariant($"  a day of {options.Crossings} crossings recorded by {options.Counters} counters in {seconds:F0} s; it is kept"));
            }
            SqliteConnection.ClearAllPools();
            Directory.Move(being, kept);
        }
        Copy(kept, folder);
        return SiteFolder.Open(folder).Value!;
    }

    /// <summary>Records crossings, by their numbers.</summary>
    public static async Task RecordAsync(EncounterDesk desk, Options options, int first, int count)
    {
        var invented = new InventedCrossings(0, options.Travellers, options.Seed);
        var next = first - 1;
        await Task.WhenAll(Enumerable.Range(0, options.Counters).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < first + count)
            {
                var isBack = number % 4 == 3 && number > 4 * options.Counters;
                // Somebody who was new when half as many had come; each once.
                var traveller = isBack ? (number / 8 * 4) + (number / 4 % 2) : number;
                var direction = invented.LeavesFirst(traveller) == isBack ? Direction.Entry : Direction.Exit;
                var opened = await desk.OpenAsync(new Presentation(string.Join('\n', MrzComposer.Compose(invented.Passport(traveller))), direction, "1"), Officer);
                if (opened.Value is not { } encounter)
                    throw new InvalidOperationException(opened.Problem?.ToString());
                var key = $"bench-key-{number:D8}";
                var decided = await desk.DecideAsync(encounter.Id, new Decision(DecisionKind.Pass), key, Officer);
                if (!decided.Succeeded)
                    decided = await desk.DecideAsync(encounter.Id, new Decision(DecisionKind.Pass, "Specimen of a measurement"), key, Officer);
                if (!decided.Succeeded)
                    throw new InvalidOperationException(decided.Problem?.ToString());
            }
        })));
    }

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
