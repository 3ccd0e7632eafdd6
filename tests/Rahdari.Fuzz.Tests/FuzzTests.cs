using System.Diagnostics;
using System.Globalization;

namespace Rahdari.Fuzz.Tests;

/// <summary>
/// No input crashes a parser, holds it for a second, or has it allocate without bound. As many inputs of each as RAHDARI_FUZZ_INPUTS says,
/// 20,000 where it says nothing; of those alone that RAHDARI_FUZZ_ONLY names, where it names some (<c>MRZ,TLV</c>).
/// </summary>
public class FuzzTests
{
    private const int Workers = 2;

    /// <summary>Bytes that a parser may allocate for each of an input, and besides: what findings and proposals take.</summary>
    private const int MostAnyByte = 100, MostBesides = 256 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hung = TimeSpan.FromSeconds(30);
    private static readonly int Inputs = int.TryParse(Environment.GetEnvironmentVariable("RAHDARI_FUZZ_INPUTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var inputs) ? inputs : 20_000;

    private static readonly string[] Only = Environment.GetEnvironmentVariable("RAHDARI_FUZZ_ONLY")?.Split(',') ?? [];

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name).Where(name => Only.Length == 0 || Only.Contains(name))];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Any_input_is_answered(string name)
    {
        var target = FuzzTargets.All.Single(target => target.Name == name);
        Assert.All(target.Seeds, seed => target.Read(seed));
        var workers = Enumerable.Range(0, Workers).Select(number => new Worker(target, Inputs / Workers, number)).ToArray();
        foreach (var worker in workers)
            worker.Join();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"[measure] fuzzing, {name}: {workers.Sum(w => w.Done):N0} inputs, {workers.Sum(w => w.Taken):N0} taken for sound, at most {workers.Max(w => w.MostAllocated) / 1024.0:N0} KiB allocated for one"));
        Assert.Equal(Inputs / Workers * Workers, workers.Sum(w => w.Done));
    }

    /// <summary>A thread of its own with inputs of its own.</summary>
    private sealed class Worker
    {
        private readonly FuzzTarget target;
        private readonly Thread thread;
        private volatile byte[] current = [];
        private volatile Exception? failed;
        private int done;

        public Worker(FuzzTarget target, int inputs, int seed)
        {
            this.target = target;
            thread = new Thread(() => Run(inputs, seed)) { IsBackground = true };
            thread.Start();
        }

        public int Done => Volatile.Read(ref done);

        public int Taken { get; private set; }

        public long MostAllocated { get; private set; }

        /// <summary>Waits, as long as the thread gets on.</summary>
        public void Join()
        {
            for (var before = -1; !thread.Join(Hung);)
            {
                if (Done == before)
                    Assert.Fail($"held for more than {Hung.TotalSeconds} s by {Convert.ToHexString(current)}");
                before = Done;
            }
            if (failed is { } exception)
                Assert.Fail($"{exception.Message}: {Convert.ToHexString(current)}\n{exception}");
        }

        private void Run(int inputs, int seed)
        {
            try
            {
                var mutator = new Mutator(target.Seeds, seed);
                for (var i = 0; i < inputs; i++)
                {
                    current = mutator.Next();
                    var allocated = GC.GetAllocatedBytesForCurrentThread();
                    var start = Stopwatch.GetTimestamp();
                    if (target.Read(current))
                        Taken++;
                    var took = Stopwatch.GetElapsedTime(start);
                    allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
                    // Tables are read by whoever needs them first: what counts is what an input takes again.
                    if (allocated > Bound(current))
                        allocated = Allocated(current);
                    MostAllocated = Math.Max(MostAllocated, allocated);
                    if (allocated > Bound(current))
                        throw new InvalidOperationException($"{allocated} bytes allocated for {current.Length}");
                    // A busy machine holds anything for a second now and then, and not the same again.
                    if (took > Longest && Time(current) > Longest)
                        throw new InvalidOperationException($"took {took.TotalSeconds:F1} s");
                    Volatile.Write(ref done, i + 1);
                }
            }
            catch (Exception e)
            {
                failed = e;
            }
        }

        private static long Bound(byte[] input) => (long)MostAnyByte * input.Length + MostBesides;

        private long Allocated(byte[] input)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            target.Read(input);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        private TimeSpan Time(byte[] input)
        {
            var start = Stopwatch.GetTimestamp();
            target.Read(input);
            return Stopwatch.GetElapsedTime(start);
        }
    }
}
