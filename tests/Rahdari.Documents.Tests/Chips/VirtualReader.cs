using System.Buffers.Binary;
using System.Net.Sockets;
using Rahdari.Documents.Chips;
using Rahdari.Documents.Chips.Simulated;

namespace Rahdari.Documents.Tests.Chips;

/// <summary>
/// Lays a simulated chip on a virtual reader: vsmartcard's <c>vpcd</c>, which <c>pcscd</c> shows as any reader. Messages are two octets
/// of length and as many octets; one octet alone is a control..
/// </summary>
internal static class VirtualReader
{
    /// <summary>The port of the first virtual reader; the second has the next.</summary>
    public const int DefaultPort = 35963;

    private const byte PowerOff = 0;
    private const byte PowerOn = 1;
    private const byte Reset = 2;
    private const byte AnswerToReset = 4;

    // ISO/IEC 7816-3 §8.2: contactless by T=1, nothing historical, checksum.
    private static readonly byte[] Atr = [0x3B, 0x80, 0x80, 0x01, 0x01];

    /// <summary>Serves commands until stopped, or until the reader or the document goes away.</summary>
    /// <exception cref="SocketException">No reader listens there.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static async Task ServeAsync(SimulatedChip chip, string host, int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host, port, cancellation);
        client.NoDelay = true;
        await using var stream = client.GetStream();
        var head = new byte[2];
        while (await stream.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, cancellation) == 2)
        {
            var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(head)];
            await stream.ReadExactlyAsync(message, cancellation);
            byte[]? answer;
            try
            {
                answer = message is [var control] ? Control(chip, control) : chip.Answer(message);
            }
            catch (ChipRemovedException)
            {
                return; // The connection closes: the card is gone.
            }
            if (answer is null)
                continue;
            BinaryPrimitives.WriteUInt16BigEndian(head, (ushort)answer.Length);
            await stream.WriteAsync((byte[])[.. head, .. answer], cancellation);
        }
    }

    private static byte[]? Control(SimulatedChip chip, byte control)
    {
        if (control is PowerOff or PowerOn or Reset)
            chip.Reset();
        return control == AnswerToReset ? Atr : null;
    }
}
