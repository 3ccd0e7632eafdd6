using Rahdari.Bench.Screening.Noise;

namespace Rahdari.Bench.Screening.Speed;

internal static class SpeedRun
{
    public static void Run(Options options, NoiseSource source, Report report) => report.Line($"{options.Entries} {source.Region.Table.Count}");
}
