using System.Runtime.InteropServices;
using OpenCvSharp;
using Rahdari.Imaging.Tests.Captures;
using Rahdari.Imaging.Zones;

namespace Rahdari.Bench;

/// <summary>Trains the network that reads OCR-B, on drawn lines taken by the same scanner and phone as the measurements, from seeds of its own.</summary>
internal static class Glyphs
{
    private const int Units = 96, Strips = 2600, Held = 100, Width = 40, Epochs = 12;

    public static Task TrainAsync(TextWriter to)
    {
        Cv2.SetNumThreads(1);
        var strips = new (float[] Ink, int Label)[Strips][];
        var done = 0;
        Parallel.For(0, Strips, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            strips[i] = [.. Strip(new Random(1_000_000 + i))];
            if (Interlocked.Increment(ref done) % 200 == 0)
                to.WriteLine($"drawn {done} of {Strips}");
        });
        var held = strips[..Held].SelectMany(s => s).ToArray();
        var samples = strips[Held..].SelectMany(s => s).ToArray();
        var network = Train(samples, held, to);
        var place = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/Rahdari.Imaging/Zones/glyphs.bin"));
        File.WriteAllBytes(place, MemoryMarshal.AsBytes(network.Select(number => (Half)number).ToArray().AsSpan()).ToArray());
        to.WriteLine($"written: {place}");
        return Task.CompletedTask;
    }

    /// <summary>Two lines of random characters, taken and straightened a little wrong, as the finder will straighten them.</summary>
    private static IEnumerable<(float[] Ink, int Label)> Strip(Random random)
    {
        string[] lines = [Text(random), Text(random)];
        using var page = SpecimenPage.Strip(lines, SpecimenPage.FontFiles[0], random);
        var capture = random.Next(2) == 0 ? Capture.Scanner(random) : Capture.Phone(random);
        capture = capture with
        {
            Rotation = random.NextDouble() * 360,
            Yaw = capture.Yaw / 2,
            Pitch = capture.Pitch / 2,
            Blur = capture.Blur * (0.5 + random.NextDouble()),
            Glare = capture.Glare * random.NextDouble(),
        };
        var (file, homography) = Camera.Take(page, capture, random);
        using var taken = Cv2.ImDecode(file, ImreadModes.Grayscale);
        using var toStrip = Straight(random);
        using var product = (homography * toStrip).ToMat();
        homography.Dispose();
        using var zone = StraightZone.Of(taken, product.Clone(), 2, Width, 2.54 * capture.Scale);
        for (var line = 0; line < 2; line++)
        {
            var row = StraightZone.Row(line);
            var level = Glyph.Level(zone.Darkness, row);
            for (var column = 0; column < Width; column++)
            {
                var centre = new Point2d(StraightZone.Margin + (column + 0.5) * StraightZone.Cell, row);
                yield return (Glyph.Cut(zone.Darkness, centre, level), Glyph.Characters.IndexOf(lines[line][column], StringComparison.Ordinal));
            }
        }
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, Width).Select(_ => Glyph.Characters[random.Next(Glyph.Characters.Length)]));

    /// <summary>From the straight zone to the strip, with what finding gets wrong: place, size, slant and turn.</summary>
    private static Mat Straight(Random random)
    {
        var scale = 2.54 * SpecimenPage.Scale / StraightZone.Cell;
        var (sx, sy) = (scale * (1 + Spread(0.03)), scale * (1 + Spread(0.08)));
        var (turn, slant) = (Spread(0.012), Spread(0.06));
        // The middle of the first cell, and of the last, are right but for the offset.
        var (x, y) = (StraightZone.Margin + Width * StraightZone.Cell / 2.0, StraightZone.Row(0) + StraightZone.Spacing / 2.0);
        var (toX, toY) = (SpecimenPage.StripCentre.X + Spread(0.12) * StraightZone.Cell * scale, SpecimenPage.StripCentre.Y + Spread(0.12) * StraightZone.Cell * scale);
        double[] numbers =
        [
            sx, sx * slant - sy * turn, toX - sx * x - (sx * slant - sy * turn) * y,
            sx * turn, sy, toY - sx * turn * x - sy * y,
            0, 0, 1,
        ];
        var matrix = new Mat(3, 3, MatType.CV_64FC1);
        matrix.SetArray(numbers);
        return matrix;

        double Spread(double most) => (random.NextDouble() * 2 - 1) * most;
    }

    private static float[] Train((float[] Ink, int Label)[] samples, (float[] Ink, int Label)[] held, TextWriter to)
    {
        var random = new Random(9303);
        const int inputs = GlyphNetwork.Inputs, outputs = GlyphNetwork.Outputs;
        var hidden = Enumerable.Range(0, Units * inputs).Select(_ => (float)(Normal() * Math.Sqrt(2.0 / inputs))).ToArray();
        var hiddenBias = new float[Units];
        var output = Enumerable.Range(0, outputs * Units).Select(_ => (float)(Normal() * Math.Sqrt(2.0 / Units))).ToArray();
        var outputBias = new float[outputs];
        var active = new float[Units];
        var back = new float[Units];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(samples);
            var rate = 0.012f * MathF.Pow(0.75f, epoch);
            foreach (var (ink, label) in samples)
            {
                for (var u = 0; u < Units; u++)
                    active[u] = Math.Max(0, hiddenBias[u] + System.Numerics.Tensors.TensorPrimitives.Dot(hidden.AsSpan(u * inputs, inputs), ink));
                var scores = new float[outputs];
                for (var o = 0; o < outputs; o++)
                    scores[o] = outputBias[o] + System.Numerics.Tensors.TensorPrimitives.Dot(output.AsSpan(o * Units, Units), active);
                System.Numerics.Tensors.TensorPrimitives.SoftMax(scores, scores);
                Array.Clear(back);
                for (var o = 0; o < outputs; o++)
                {
                    // A little doubt is taught: blurred pictures are not to be read with certainty.
                    var wrong = scores[o] - (o == label ? 0.98f : 0.02f / (outputs - 1));
                    var row = output.AsSpan(o * Units, Units);
                    System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(row, wrong, back, back);
                    System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(active, -rate * wrong, row, row);
                    outputBias[o] -= rate * wrong;
                }
                for (var u = 0; u < Units; u++)
                {
                    if (active[u] <= 0)
                        continue;
                    var row = hidden.AsSpan(u * inputs, inputs);
                    System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(ink, -rate * back[u], row, row);
                    hiddenBias[u] -= rate * back[u];
                }
            }
            var network = new GlyphNetwork(hidden, hiddenBias, output, outputBias);
            var right = held.Count(sample => Array.IndexOf(network.Read(sample.Ink), network.Read(sample.Ink).Max()) == sample.Label);
            to.WriteLine($"epoch {epoch + 1}: {right} of {held.Length} held-out characters right");
        }
        return [.. hidden, .. hiddenBias, .. output, .. outputBias];

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
