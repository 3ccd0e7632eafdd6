using Rahdari.Documents.Chips;
using Rahdari.Documents.Chips.Simulated;

namespace Rahdari.Documents.Tests.Chips;

/// <summary>A chip between which and its reader somebody sits, who answers commands that begin so, in hexadecimal, himself.</summary>
internal sealed class InterruptedChip(SimulatedChip chip, string beginning, string answer) : IChipTransport
{
    /// <summary>Every command, in hexadecimal.</summary>
    public List<string> Sent { get; } = [];

    public ValueTask<byte[]> TransmitAsync(ReadOnlyMemory<byte> command, CancellationToken cancellation)
    {
        Sent.Add(Convert.ToHexString(command.Span));
        return Sent[^1].StartsWith(beginning, StringComparison.Ordinal) ? ValueTask.FromResult(ScriptedChip.Hex(answer)) : chip.TransmitAsync(command, cancellation);
    }
}
