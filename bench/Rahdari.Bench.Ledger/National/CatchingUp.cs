using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Links.Lines;

namespace Rahdari.Bench.Ledger.National;

/// <summary>
/// A port that was without a line for a day has it again: how long until headquarters' receipt covers the day's last record. Beside it, over the same brokers and the same line, a bare pipe: the same
/// records as rows, put into a stream, drawn and copied into one table.
/// </summary>
internal static class CatchingUp
{
    public static async Task<int> RunAsync(Options options, TextWriter to)
    {
        await using var country = await Country.OpenAsync(options, to);
        await country.SentAheadAsync();
        var end = await country.Port.Get<Outbox>().EndAsync();
        await to.WriteLineAsync(Line($"catch-up: {options.Crossings} crossings, {end} records"));

        var (used, watch) = (Used.Now(country), Stopwatch.StartNew());
        country.Wire.Heal();
        await country.ArrivedAsync(1);
        var first = watch.Elapsed;
        await country.ArrivedAsync(end);
        var state = country.Port.Get<LinkState>();
        while (state.Now(DateTimeOffset.UtcNow).Confirmed < end)
            await Task.Delay(10);
        var seconds = watch.Elapsed.TotalSeconds;
        await to.WriteLineAsync(Line($"  the receipt covers the last record {seconds:F1} s after the line came back: {end / seconds:F0} records/s, {options.Crossings / seconds:F0} crossings/s; first records in after {first.TotalSeconds:F1} s"));
        await to.WriteLineAsync(Line($"  processors: {Used.Now(country).Since(used)}"));
        await to.WriteLineAsync(Line($"  over the line {country.Wire.Up / (double)options.Crossings:F0} bytes a crossing to headquarters, {country.Wire.Down / (double)options.Crossings:F0} back; {country.Wire.Up / (double)end:F0} a record"));

        watch.Restart();
        await using (var db = country.Headquarters.Get<BorderStorage>().Open())
        {
            var waiting = await db.UnlinkedTravellers.CountAsync();
            while (await db.UnlinkedTravellers.AnyAsync())
                await Task.Delay(100);
            await to.WriteLineAsync(Line($"  {waiting} travellers were then not compared yet; the last was {watch.Elapsed.TotalSeconds:F1} s later"));
        }
        await Sizes.TellAsync(country, options.Crossings, to);

        await country.Port.StopLineAsync();
        await country.Headquarters.StopLineAsync();
        await country.Wire.CutAsync();
        var (peerSeconds, records) = await BarePipe.RunAsync(country);
        await to.WriteLineAsync(Line($"  bare pipe: {records} records in {peerSeconds:F1} s: {records / peerSeconds:F0} records/s; ours is {100 * end / seconds * peerSeconds / records:F0} % of it"));
        return 0;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
