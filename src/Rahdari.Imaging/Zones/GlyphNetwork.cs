using System.Numerics;
using System.Runtime.InteropServices;

namespace Rahdari.Imaging.Zones;

/// <summary>
/// Tells OCR-B's characters apart: a network of one hidden layer, trained on drawn lines by
/// <c>dotnet run --project bench/Rahdari.Bench -c Release -- glyphs</c>. Thread-safe.
/// </summary>
internal sealed class GlyphNetwork
{
    public const int Inputs = Glyph.Width * Glyph.Height, Outputs = 37;

    private readonly float[] hidden, hiddenBias, output, outputBias;

    public GlyphNetwork(float[] hidden, float[] hiddenBias, float[] output, float[] outputBias)
    {
        this.hidden = hidden;
        this.hiddenBias = hiddenBias;
        this.output = output;
        this.outputBias = outputBias;
    }

    /// <summary>The network that this library carries.</summary>
    public static GlyphNetwork Trained { get; } = Load();

    /// <summary>The probability of each of <see cref="Glyph.Characters"/>.</summary>
    public float[] Read(float[] ink)
    {
        var units = hiddenBias.Length;
        var active = new float[units];
        for (var unit = 0; unit < units; unit++)
        {
            active[unit] = Math.Max(0, hiddenBias[unit] + Product(hidden.AsSpan(unit * Inputs, Inputs), ink));
        }
        var scores = new float[Outputs];
        for (var o = 0; o < Outputs; o++)
            scores[o] = outputBias[o] + Product(output.AsSpan(o * units, units), active);
        var most = scores.Max();
        var total = 0f;
        for (var o = 0; o < Outputs; o++)
            total += scores[o] = MathF.Exp(scores[o] - most);
        for (var o = 0; o < Outputs; o++)
            scores[o] /= total;
        return scores;
    }

    private static float Product(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var many = MemoryMarshal.Cast<float, Vector<float>>(a);
        var others = MemoryMarshal.Cast<float, Vector<float>>(b);
        var sums = Vector<float>.Zero;
        for (var i = 0; i < many.Length; i++)
            sums += many[i] * others[i];
        var sum = Vector.Sum(sums);
        for (var i = many.Length * Vector<float>.Count; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Half-precision numbers in the order of the constructor.</summary>
    public static GlyphNetwork Load()
    {
        using var stream = typeof(GlyphNetwork).Assembly.GetManifestResourceStream("Rahdari.Imaging.Zones.glyphs.bin")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var numbers = MemoryMarshal.Cast<byte, Half>(bytes).ToArray().Select(half => (float)half).ToArray();
        var units = (numbers.Length - Outputs) / (Inputs + 1 + Outputs);
        var at = 0;
        return new GlyphNetwork(Take(units * Inputs), Take(units), Take(Outputs * units), Take(Outputs));

        float[] Take(int count) => numbers[at..(at += count)];
    }
}
