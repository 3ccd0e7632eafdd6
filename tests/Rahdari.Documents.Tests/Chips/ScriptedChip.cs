using Rahdari.Documents.Chips;

namespace Rahdari.Documents.Tests.Chips;

/// <summary>A chip that expects exactly these commands, in this order, and gives these answers; in hexadecimal, blanks for the eye.</summary>
internal sealed class ScriptedChip(params (string Command, string Answer)[] script) : IChipTransport
{
    private int next;

    public bool IsDone => next == script.Length;

    public ValueTask<byte[]> TransmitAsync(ReadOnlyMemory<byte> command, CancellationToken cancellation)
    {
        Assert.True(next < script.Length, $"one command too many: {Convert.ToHexString(command.Span)}");
        var (expected, answer) = script[next++];
        Assert.Equal(expected.Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(command.Span));
        return ValueTask.FromResult(Hex(answer));
    }

    public static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));
}
