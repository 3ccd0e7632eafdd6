using Rahdari.Bench.Ledger;
using Rahdari.Bench.Ledger.National;
using Rahdari.Bench.Ledger.Resolution;

// PostgreSQL as RAHDARI_BENCH_POSTGRES names it; SQLite where nothing does.
return args switch
{
    ["load", .. var options] => await Loading.RunAsync(Options.Read(options), Console.Out),
    ["lay", .. var options] => await Laying.RunAsync(Options.Read(options), Console.Out),
    ["query", .. var options] => await Asking.RunAsync(Options.Read(options), Console.Out),
    ["record", .. var options] => await Recording.RunAsync(Options.Read(options), Console.Out),
    ["receive", .. var options] => await Receiving.RunAsync(Options.Read(options), Console.Out),
    ["catch-up" or "rebuild", ..] when Options.Server is null => NoServer(),
    ["catch-up", .. var options] => await CatchingUp.RunAsync(Options.Read(options), Console.Out),
    ["rebuild", .. var options] => await Rebuilding.RunAsync(Options.Read(options), Console.Out),
    ["resolution", .. var options] => ResolutionRun.Run(options),
    _ => Usage(),
};

static int NoServer()
{
    Console.Error.WriteLine("RAHDARI_BENCH_POSTGRES names no server: headquarters is on PostgreSQL.");
    return 2;
}

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run --project bench/Rahdari.Bench.Ledger -c Release -- load|lay|query|record|receive|catch-up|rebuild [--crossings N] [--travellers N] [--seed N] [--folder DIR] [--counters N] [--asked N] [--later N] [--keep yes] [--peer no]");
    Console.Error.WriteLine(ResolutionRun.Usage);
    return 2;
}
