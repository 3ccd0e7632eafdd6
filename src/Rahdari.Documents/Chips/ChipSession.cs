using System.Globalization;

namespace Rahdari.Documents.Chips;

/// <summary>A conversation with one chip: commands in the clear, or under secure messaging once that is agreed. Not thread-safe.</summary>
internal sealed class ChipSession(IChipTransport transport)
{
    private const int MostContinuations = 64;

    /// <summary>The channel that is agreed; null in the clear.</summary>
    public SecureChannel? Channel { get; set; }

    /// <summary>Sends a command and takes the whole answer.</summary>
    /// <exception cref="ChipStoppedException">The chip, or who sits between, broke secure messaging.</exception>
    public async ValueTask<ResponseApdu> SendAsync(CommandApdu command, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Channel is not { } channel)
            return await ExchangeAsync(command, cancellation);
        var response = await ExchangeAsync(channel.Protect(command), cancellation);
        // What a chip says in the clear, if only that it gives up (§9.8.5), ends the session: nothing is ever asked in the clear after it.
        return channel.Open(response, SecureChannel.IsOdd(command)) ?? throw new ChipStoppedException(ChipRule.MessagingBroken.Found(null, Text(command.Instruction)));
    }

    /// <summary>For evidence: a status or an instruction in hexadecimal.</summary>
    public static string Text(int number) => number.ToString("X2", CultureInfo.InvariantCulture);

    /// <summary>One exchange, with the continuations of ISO/IEC 7816-4 §5.3.4: more to fetch, or another length to ask for.</summary>
    private async ValueTask<ResponseApdu> ExchangeAsync(CommandApdu command, CancellationToken cancellation)
    {
        var response = ResponseApdu.Decode(await transport.TransmitAsync(command.Encode(), cancellation));
        if (response.Status >> 8 == 0x6C && command.Expected is not null)
            response = ResponseApdu.Decode(await transport.TransmitAsync((command with { Expected = Length(response.Status) }).Encode(), cancellation));
        List<byte>? whole = null;
        for (var i = 0; response.Status >> 8 == 0x61 && i < MostContinuations; i++)
        {
            (whole ??= []).AddRange(response.Data.Span);
            var more = new CommandApdu(command.Class, 0xC0, 0, 0, default, Length(response.Status));
            response = ResponseApdu.Decode(await transport.TransmitAsync(more.Encode(), cancellation));
        }
        if (whole is null)
            return response;
        whole.AddRange(response.Data.Span);
        return response with { Data = whole.ToArray() };
    }

    private static int Length(ushort status) => (status & 0xFF) is > 0 and var length ? length : 256;
}

