namespace Rahdari.Node.Console.Shared;

/// <summary>Shows the progress of long work, once for each per cent: a page drawn for every record would slow the work down.</summary>
internal sealed class ShownShare(Action<int> show) : IProgress<double>
{
    private int last;

    public void Report(double value)
    {
        var percent = (int)(Math.Clamp(value, 0, 1) * 100);
        if (Interlocked.Exchange(ref last, percent) != percent)
            show(percent);
    }
}
