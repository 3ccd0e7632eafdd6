using System.Text.Json;

namespace Rahdari.Links.Messages;

/// <summary>A port asks for a part of what leads from the version that it holds to the one in force.</summary>
/// <param name="V">1.</param>
/// <param name="Topic">The topic's name.</param>
/// <param name="From">The version that it holds; 0 where it holds none.</param>
/// <param name="Part">The number of the part, from 1.</param>
public sealed record TopicRequest(int V, string Topic, long From, int Part)
{
    private const int LargestMessage = 1024;

    /// <summary>The bytes that travel.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, LinkJson.Default.TopicRequest);

    /// <summary>Reads bytes of any origin; null where they are no request.</summary>
    public static TopicRequest? Read(ReadOnlySpan<byte> bytes) =>
        LinkJson.Read(bytes, LargestMessage, LinkJson.Default.TopicRequest) is { V: 1, From: >= 0, Part: >= 1, Topic.Length: > 0 and <= 200 } request ? request : null;
}
