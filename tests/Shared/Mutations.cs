using CsCheck;

namespace Rahdari.Tests;

/// <summary>Bytes that were right once: some changed, cut off, put in twice or taken out.</summary>
internal static class Mutations
{
    public static Gen<byte[]> Of(byte[] good) => Step(Gen.Const(good)).SelectMany(once => Gen.Bool.SelectMany(more => more ? Step(Gen.Const(once)) : Gen.Const(once)));

    private static Gen<byte[]> Step(Gen<byte[]> from) =>
        from.SelectMany(bytes => Gen.Select(Gen.Int[0, 3], Gen.Int[0, Math.Max(0, bytes.Length - 1)], Gen.Int[1, 8], Gen.Byte).Select((kind, at, length, value) => kind switch
        {
            0 => [.. bytes[..at], value, .. bytes.AsSpan(Math.Min(bytes.Length, at + 1))],
            1 => bytes[..at],
            2 => [.. bytes[..at], .. bytes.AsSpan(at, Math.Min(length, bytes.Length - at)), .. bytes.AsSpan(at)],
            _ => [.. bytes[..at], .. bytes.AsSpan(Math.Min(bytes.Length, at + length))],
        }));
}
