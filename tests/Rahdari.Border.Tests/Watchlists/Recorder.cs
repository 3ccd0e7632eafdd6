namespace Rahdari.Border.Tests.Watchlists;

/// <summary>Progress that is told at once, on the thread that reads.</summary>
internal sealed class Recorder(Action<double> report) : IProgress<double>
{
    public void Report(double value) => report(value);
}
