using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Crossings.Imports;

/// <summary>Some thousands of a file's records, read and checked.</summary>
/// <param name="First">The first record; 1-based.</param>
/// <param name="Last">The last, inclusive.</param>
/// <param name="Rows">Those that can be used, with the places and originals of all, for one may yet be rejected.</param>
/// <param name="Rejects">Those that cannot.</param>
/// <param name="Share">How much of the file has been read, 0 to 1.</param>
internal sealed record LegacyBatch(long First, long Last, IReadOnlyList<(Crossing Crossing, long Place, string Original)> Rows, IReadOnlyList<LegacyReject> Rejects, double Share)
{
    /// <summary>Records in one: their transaction keeps the counters waiting for some tenths of a second.</summary>
    public const int Size = 5000;

    /// <summary>Batches that wait to be written.</summary>
    private const int Waiting = 2;

    /// <summary>Reads the file in the background, a batch or two ahead of whoever writes them.</summary>
    public static async IAsyncEnumerable<LegacyBatch> ReadAsync(LegacyFile file, LegacyCrossingReader reader, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<LegacyBatch>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.Run(
            async () =>
            {
                try
                {
                    await ReadAsync(file, reader, after, channel.Writer, stop.Token);
                    channel.Writer.Complete();
                }
#pragma warning disable CA1031 // It is thrown again where the batches are taken.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    channel.Writer.Complete(e);
                }
            },
            CancellationToken.None);
        try
        {
            await foreach (var batch in channel.Reader.ReadAllAsync(cancellation))
                yield return batch;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async Task ReadAsync(LegacyFile file, LegacyCrossingReader reader, long after, ChannelWriter<LegacyBatch> to, CancellationToken cancellation)
    {
        var number = after;
        while (true)
        {
            var (rows, rejects, first) = (new List<(Crossing, long, string)>(Size), new List<LegacyReject>(), number + 1);
            while (number - first + 1 < Size && await file.NextAsync(cancellation))
            {
                number++;
                ListError? error = file.Problem;
                if (error is null && reader.Read(file.Fields, file.Place, out error) is { } crossing)
                    rows.Add((crossing, file.Place, file.Original()));
                else
                    rejects.Add(new LegacyReject(error!, file.Original()));
            }
            if (number < first)
                return;
            await to.WriteAsync(new LegacyBatch(first, number, rows, rejects, file.Share), cancellation);
        }
    }
}
