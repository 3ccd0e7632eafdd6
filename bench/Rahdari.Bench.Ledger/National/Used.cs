using System.Diagnostics;
using System.Globalization;

namespace Rahdari.Bench.Ledger.National;

/// <summary>What of the processors was used, by whom.</summary>
/// <param name="At">When.</param>
/// <param name="Own">This program: both sites' lines.</param>
/// <param name="Brokers">Both brokers.</param>
/// <param name="Machine">Everything on the machine.</param>
internal sealed record Used(long At, TimeSpan Own, TimeSpan Brokers, TimeSpan Machine)
{
    private const int TicksASecond = 100;

    public static Used Now(Country country)
    {
        // user, nice, system, idle, iowait, irq, softirq: idle and iowait are nobody's.
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..8].Select(t => long.Parse(t, CultureInfo.InvariantCulture)).ToArray();
        return new Used(
            Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, country.Port.BrokerTime + country.Headquarters.BrokerTime,
            TimeSpan.FromSeconds((ticks.Sum() - ticks[3] - ticks[4]) / (double)TicksASecond));
    }

    public FormattableString Since(Used before)
    {
        var seconds = Stopwatch.GetElapsedTime(before.At, At).TotalSeconds;
        var (own, brokers, all) = ((Own - before.Own).TotalSeconds, (Brokers - before.Brokers).TotalSeconds, (Machine - before.Machine).TotalSeconds);
        return $"both lines {own:F1} s, both brokers {brokers:F1} s, PostgreSQL and all else {all - own - brokers:F1} s, of {seconds * Environment.ProcessorCount:F1} s";
    }
}
