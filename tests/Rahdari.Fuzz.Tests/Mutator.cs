using System.Buffers.Binary;

namespace Rahdari.Fuzz.Tests;

/// <summary>
/// Makes inputs of inputs that are in order: bytes changed, moved, doubled, taken out, spliced with another's; lengths and separators are
/// changed oftener than chance would. The same seed makes the same inputs. Not thread-safe.
/// </summary>
internal sealed class Mutator(IReadOnlyList<byte[]> seeds, int seed)
{
    private const int MostSteps = 5;
    private const int LongestBlock = 64;

    // What parsers take for lengths, ends, signs and separators.
    private static readonly byte[] Telling = [0x00, 0x01, 0x7F, 0x80, 0x81, 0x82, 0x84, 0xFF, 0x30, 0x31, 0x1F, 0x5F, (byte)'<', (byte)'+', (byte)':', (byte)'\'', (byte)'?', (byte)'\n', (byte)' ', (byte)'"', (byte)'{', (byte)'9'];

    private readonly Random random = new(seed);

    public byte[] Next()
    {
        var bytes = new List<byte>(Any(seeds));
        for (var steps = random.Next(1, MostSteps + 1); steps > 0; steps--)
            Step(bytes);
        return [.. bytes];
    }

    private void Step(List<byte> bytes)
    {
        if (bytes.Count == 0)
        {
            bytes.Add((byte)random.Next(256));
            return;
        }
        var at = random.Next(bytes.Count);
        var block = Math.Min(random.Next(1, LongestBlock), bytes.Count - at);
        switch (random.Next(10))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes[at] = Any(Telling);
                break;
            case 3:
                bytes[at] = (byte)(bytes[at] + random.Next(-3, 4));
                break;
            case 4:
                bytes.Insert(at, Any(Telling));
                break;
            case 5:
                bytes.RemoveRange(at, block);
                break;
            case 6:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, block));
                break;
            case 7:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 8:
                Number(bytes, at);
                break;
            default:
                var other = Any(seeds);
                bytes.RemoveRange(at, bytes.Count - at);
                bytes.AddRange(other.AsSpan(random.Next(other.Length)));
                break;
        }
    }

    /// <summary>Four bytes become a number at the edge of what numbers hold.</summary>
    private void Number(List<byte> bytes, int at)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, Any([0, 1, -1, int.MaxValue, int.MinValue, 0xFFFF, 0x10000, 0x00FFFFFF]));
        for (var i = 0; i < number.Length && at + i < bytes.Count; i++)
            bytes[at + i] = number[i];
    }

    private T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
