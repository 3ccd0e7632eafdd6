using System.Text.Json;

namespace Rahdari.Links.Messages;

/// <summary>Reads and writes a <see cref="PortReport"/>.</summary>
public static class PortReports
{
    private const int LargestMessage = 64 * 1024;

    /// <summary>The bytes that travel.</summary>
    public static byte[] Write(PortReport report) => JsonSerializer.SerializeToUtf8Bytes(report, LinkJson.Default.PortReport);

    /// <summary>Reads bytes of any origin; null where they are no report.</summary>
    public static PortReport? Read(ReadOnlySpan<byte> bytes) =>
        LinkJson.Read(bytes, LargestMessage, LinkJson.Default.PortReport) is { V: 1, Head: >= 0, Confirmed: >= 0, Stream.Length: > 0 and < 64, Version.Length: < 100 } report ? report : null;
}
