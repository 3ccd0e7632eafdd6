using System.Globalization;
using System.Text;
using Rahdari.Bench.Peers;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.AdvanceInformation.Edifact;

namespace Rahdari.Bench;

/// <summary>Passenger lists read, checked and inspected, and their syntax alone, beside npm's package edifact, which takes the syntax apart, on Node.</summary>
internal static class Announcing
{
    private const int Turns = 5;
    private const int Rounds = 20;
    private const int Lists = 25;
    private const int Travellers = 400;

    private static readonly DateOnly Day = new(2026, 3, 1);

    /// <summary>Runs both by turns. The peer is found in <c>node_modules</c> of the folder where one stands: <c>npm install edifact</c>.</summary>
    public static async Task RunAsync(TextWriter to)
    {
        var message = Encoding.Latin1.GetBytes(Message(0, Lists));
        byte[][] flights = [.. Enumerable.Range(0, Lists).Select(list => Encoding.Latin1.GetBytes(Message(list, 1)))];
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, message);
            var megabytes = Rounds * message.Length / 1e6;
            List<double> ours = [], together = [], syntax = [], theirs = [];
            Read(flights, 1);
            Read([message], 1);
            Walk(message, 1);
            for (var turn = 0; turn < Turns; turn++)
            {
                ours.Add(megabytes / await Figures.SecondsAsync(() => Task.Run(() => Read(flights, Rounds))));
                together.Add(megabytes / await Figures.SecondsAsync(() => Task.Run(() => Read([message], Rounds))));
                syntax.Add(megabytes / await Figures.SecondsAsync(() => Task.Run(() => Walk(message, Rounds))));
                if (await NodePeer.SecondsAsync("edifact", "edifact.mjs", [$"{Rounds}", file]) is { } seconds)
                    theirs.Add(megabytes / seconds);
            }
            await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"announcing: {Lists} PAXLST of {Travellers:N0} travellers each, {message.Length / 1e6:F1} MB, {Rounds} times a turn, {Turns} turns, one core; minimum / median / maximum"));
            await to.WriteLineAsync($"  read into travellers, checked and inspected    {Figures.Spread(ours, "N1", "MB/s")}  (a flight an interchange)");
            await to.WriteLineAsync($"  the same, all flights in one interchange       {Figures.Spread(together, "N1", "MB/s")}");
            await to.WriteLineAsync($"  syntax alone taken apart, envelopes checked    {Figures.Spread(syntax, "N1", "MB/s")}");
            if (theirs.Count == 0)
            {
                await to.WriteLineAsync("  npm's edifact is not here: run `npm install edifact` in this folder, and have Node.");
                return;
            }
            await to.WriteLineAsync($"  npm's edifact: syntax alone taken apart        {Figures.Spread(theirs, "N1", "MB/s")}");
            await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  [measure] PAXLST: {Figures.Percentile(ours, 0.5):F0} MB/s whole, {Figures.Percentile(ours, 0.5) / Figures.Percentile(theirs, 0.5):F1} times npm's edifact, which takes the syntax apart alone; that alone here {Figures.Percentile(syntax, 0.5) / Figures.Percentile(theirs, 0.5):F0} times"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Walk(byte[] message, int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            var reader = new EdifactReader(message);
            while (reader.TryRead(out _))
            {
                // Each segment is there to be asked.
            }
            if (reader.Findings.Count != 0)
                throw new InvalidOperationException("The message is in order.");
        }
    }

    private static void Read(byte[][] messages, int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            foreach (var message in messages)
            {
                if (AdvanceReader.Read(message, Day).Findings.Count != 0)
                    throw new InvalidOperationException("The message is in order.");
            }
        }
    }

    private static string Message(int first, int lists)
    {
        var text = new StringBuilder("UNB+UNOA:4+UTOAIR:ZZ+RAHDARI:ZZ+260301:0910+REF1++APIS'\n");
        for (var list = first; list < first + lists; list++)
            List(text, list);
        return text.Append(CultureInfo.InvariantCulture, $"UNZ+{lists}+REF1'\n").ToString();
    }

    private static void List(StringBuilder text, int list)
    {
        text.Append(CultureInfo.InvariantCulture, $"UNH+M{list}+PAXLST:D:02B:UN:IATA'\nBGM+745'\nTDT+20+UT{list + 100}+++UT'\n");
        text.Append("LOC+125+DXB'\nDTM+189:2603011340:201'\nLOC+87+KHI'\nDTM+232:2603011640:201'\n");
        var segments = 7;
        for (var i = 0; i < Travellers; i++)
        {
            var number = list * Travellers + i;
            text.Append(CultureInfo.InvariantCulture, $"NAD+FL+++SPECIMEN:ANNA{(char)('A' + (i % 26))}:MARIA'\nATT+2++F'\nDTM+329:740812'\nLOC+22+KHI'\nLOC+178+DXB'\nLOC+179+KHI'\nNAT+2+UTO'\n");
            text.Append(CultureInfo.InvariantCulture, $"RFF+AVF:SPC{number:000000}'\nRFF+SEA:12A'\nDOC+P:110:111+SPC{number:000000}'\nDTM+36:300415'\nLOC+91+UTO'\n");
            segments += 12;
        }
        text.Append(CultureInfo.InvariantCulture, $"CNT+42:{Travellers}'\nUNT+{segments + 2}+M{list}'\n");
    }
}
