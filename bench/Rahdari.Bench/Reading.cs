using System.Globalization;
using Rahdari.Bench.Peers;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;

namespace Rahdari.Bench;

/// <summary>Zones read, checked and inspected, beside npm's package mrz, which reads and checks, on Node.</summary>
internal static class Reading
{
    private const int Turns = 5;
    private const int Rounds = 20_000;

    /// <summary>The zones printed in Doc 9303 parts 4 to 7.</summary>
    private static readonly string[][] Specimens =
    [
        ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"],
        ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"],
        ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"],
        ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"],
        ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"],
    ];

    private static readonly DateOnly Day = new(2011, 8, 14);

    /// <summary>The same as the United Nations' documents: the peer knows no Utopia, and is slow where it finds a fault.</summary>
    private static readonly string[][] Zones =
    [
        .. Specimens.Select(lines => MrzReader.Read(string.Join('\n', lines), Day).Fields!)
            .Select(fields => MrzComposer.Compose(fields with { IssuingState = "UNO", Nationality = "UNO" }).ToArray()),
    ];

    /// <summary>Runs both by turns. The peer is found in <c>node_modules</c> of the folder where one stands: <c>npm install mrz</c>.</summary>
    public static async Task RunAsync(TextWriter to)
    {
        var texts = Zones.Select(zone => string.Join('\n', zone)).ToArray();
        List<double> reading = [], inspecting = [], peer = [];
        Read(texts, Rounds, inspect: true);
        for (var turn = 0; turn < Turns; turn++)
        {
            reading.Add(await RateAsync(() => Task.Run(() => Read(texts, Rounds, inspect: false))));
            inspecting.Add(await RateAsync(() => Task.Run(() => Read(texts, Rounds, inspect: true))));
            if (await PeerAsync() is { } seconds)
                peer.Add(Rounds * Zones.Length / seconds);
        }
        await to.WriteLineAsync($"reading: {Rounds * Zones.Length:N0} zones a turn (TD1, TD2, TD3, MRV-A, MRV-B), {Turns} turns; minimum / median / maximum");
        await to.WriteLineAsync($"  read and checked              {Figures.Spread(reading, "N0", "zones/s")}");
        await to.WriteLineAsync($"  read, checked and inspected   {Figures.Spread(inspecting, "N0", "zones/s")}");
        if (peer.Count == 0)
        {
            await to.WriteLineAsync("  npm's mrz is not here: run `npm install mrz` in this folder, and have Node.");
            return;
        }
        await to.WriteLineAsync($"  npm's mrz: read and checked   {Figures.Spread(peer, "N0", "zones/s")}");
        var (ours, all, theirs) = (Figures.Percentile(reading, 0.5), Figures.Percentile(inspecting, 0.5), Figures.Percentile(peer, 0.5));
        await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  [measure] read and checked: {ours / theirs:F2} times npm's mrz; inspected too: {all / theirs:F2} times"));
    }

    private static async Task<double> RateAsync(Func<Task> run) => Rounds * Zones.Length / await Figures.SecondsAsync(run);

    private static void Read(string[] texts, int rounds, bool inspect)
    {
        for (var i = 0; i < rounds; i++)
        {
            foreach (var text in texts)
            {
                var reading = MrzReader.Read(text, Day);
                if (reading.Fields is null || (inspect && DocumentInspector.Inspect(reading, Day).Count == 0))
                    throw new InvalidOperationException("A specimen reads, and is found to be an organization's.");
            }
        }
    }

    private static Task<double?> PeerAsync() => NodePeer.SecondsAsync("mrz", "mrz.mjs", [$"{Rounds}", .. Zones.Select(zone => string.Join(',', zone))]);
}
