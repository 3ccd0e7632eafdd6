using Rahdari.Bench.Ledger.Resolution;

return args is ["resolution", .. var options] ? ResolutionRun.Run(options) : Usage();

static int Usage()
{
    Console.Error.WriteLine(ResolutionRun.Usage);
    return 2;
}
