using System.Text.Json;

namespace Rahdari.Links.Messages;

/// <summary>A port asks for a list of revoked certificates that is newer than its own; answered with that list (DER), or with nothing where there is none.</summary>
/// <param name="V">1.</param>
/// <param name="Present">The number of the list that it has; 0 where it has none.</param>
public sealed record RevocationRequest(int V, long Present)
{
    private const int LargestMessage = 256;

    /// <summary>The bytes that travel.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, LinkJson.Default.RevocationRequest);

    /// <summary>Reads bytes of any origin; null where they are no request.</summary>
    public static RevocationRequest? Read(ReadOnlySpan<byte> bytes) =>
        LinkJson.Read(bytes, LargestMessage, LinkJson.Default.RevocationRequest) is { V: 1, Present: >= 0 } request ? request : null;
}
