using Rahdari.Bench.Screening;
using Rahdari.Bench.Screening.Names;
using Rahdari.Bench.Screening.Noise;
using Rahdari.Bench.Screening.Quality;
using Rahdari.Bench.Screening.Speed;

if (args is ["--help" or "-h" or "help", ..])
{
    Console.WriteLine(Options.Usage);
    return 0;
}
if (Options.Read(args, out var error) is not { } options)
{
    Console.Error.WriteLine(error);
    Console.Error.WriteLine(Options.Usage);
    return 2;
}
if (SharedData.Folder() is not { } folder)
{
    Console.Error.WriteLine("There is no folder shared/data above this one, and RAHDARI_SHARED_DATA names none.");
    return 1;
}
var names = Path.Combine(folder, "names");
var arabic = SpellingTable.Read(Path.Combine(names, "arabic-latin-variants.tsv"));
var source = new NoiseSource(arabic, SpellingTable.Read(Path.Combine(names, "russian-latin-variants.tsv")), RegionNames.Read(names, arabic));
if (options.Names)
{
    if (options.Out is null)
    {
        Console.Error.WriteLine("--out names the file.");
        return 2;
    }
    RegionCounts.Write(source.Region, options.Out);
    return 0;
}
using var report = new Report(options.Out);
report.Line("# Screening beside its peers");
report.Line();
report.Line($"`bench/screening {string.Join(' ', args)}`; {Environment.ProcessorCount} cores, .NET {Environment.Version}.");
report.Line();
if (options.Quality)
    QualityRun.Run(options, folder, source, report);
if (options.Calibration)
    CalibrationRun.Run(options, folder, source, report);
if (options.Speed)
    SpeedRun.Run(options, source, report);
return 0;
