using Rahdari.Bench;

// Each benchmark runs beside its peer, by turns in one process, so that the machine's mood meets both alike.
return args switch
{
    [] or ["all"] => await RunAsync(Reading.RunAsync, Verifying.RunAsync, Announcing.RunAsync, Recording.RunAsync),
    ["reading"] => await RunAsync(Reading.RunAsync),
    ["verifying"] => await RunAsync(Verifying.RunAsync),
    ["announcing"] => await RunAsync(Announcing.RunAsync),
    ["recording"] => await RunAsync(Recording.RunAsync),
    ["indicating"] => await RunAsync(Indicating.RunAsync),
    ["indicating", var seed] when int.TryParse(seed, out var number) => await RunAsync(to => Indicating.RunAsync(to, number)),
    ["glyphs"] => await RunAsync(Glyphs.TrainAsync),
    ["page", var file] => await RunAsync(to => SamplePage.DrawAsync(to, file)),
    ["zones"] => await RunAsync(to => ZoneReading.RunAsync(to, 500)),
    ["zones", var count] when int.TryParse(count, out var number) && number > 0 => await RunAsync(to => ZoneReading.RunAsync(to, number)),
    _ => Usage(),
};

static async Task<int> RunAsync(params Func<TextWriter, Task>[] benchmarks)
{
    foreach (var benchmark in benchmarks)
        await benchmark(Console.Out);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run --project bench/Rahdari.Bench -c Release -- [all | reading | verifying | announcing | recording | indicating [SEED] | zones [COUNT] | glyphs | page FILE]");
    return 2;
}
