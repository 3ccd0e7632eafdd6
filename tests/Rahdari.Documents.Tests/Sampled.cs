using CsCheck;

namespace Rahdari.Documents.Tests;

/// <summary>Facts that hold for every value of a generator: the same values in every run, so that what fails once fails again.</summary>
internal static class Sampled
{
    /// <summary>Multiplies the inputs of every sample: <c>RAHDARI_FUZZ=100 ./test Documents</c>.</summary>
    public static int Factor { get; } = int.TryParse(Environment.GetEnvironmentVariable("RAHDARI_FUZZ"), out var factor) && factor > 0 ? factor : 1;

    public static void Holds<T>(this Gen<T> gen, int count, Action<T> fact)
    {
        var random = new PCG(1, 9303);
        for (var i = 0; i < count * Factor; i++)
        {
            var value = gen.Generate(random, null, out _);
            try
            {
                fact(value);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Does not hold for number {i}: {Check.Print(value)}", exception);
            }
        }
    }
}
