using System.Text.Json;
using System.Text.Json.Serialization;
using Rahdari.Border.Sites;

namespace Rahdari.Links.Lines;

/// <summary>How a site is linked: <c>link.json</c> in its folder. A site without it stands alone.</summary>
public sealed record LinkSettings
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "link.json";

    private const int LargestFile = 64 * 1024;

    // By reflection, which keeps the default of what is left out.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    /// <summary>Which end it is.</summary>
    public required LinkEnd End { get; init; }

    /// <summary>The node of headquarters; at headquarters its own. Ports reach it by this name (DNS, or <c>/etc/hosts</c>).</summary>
    public required string Headquarters { get; init; }

    /// <summary>The port at which headquarters' broker awaits the ports' brokers.</summary>
    public int LeafPort { get; init; } = 7422;

    /// <summary>The port at which the site's own broker awaits the site; of this machine alone.</summary>
    public int LocalPort { get; init; } = 4222;

    /// <summary>The most bytes that the broker keeps of records that are under way. They are in the database, too.</summary>
    public long BrokerBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>The settings in a site's folder; null where there is no file, and a sentence where it is not to be read.</summary>
    public static (LinkSettings? Settings, string? Problem) Read(SiteFolder site)
    {
        var file = Path.Combine(site.FullPath, FileName);
        if (!File.Exists(file))
            return (null, null);
        try
        {
            using var stream = File.OpenRead(file);
            if (stream.Length > LargestFile)
                return (null, $"{FileName}: larger than {LargestFile} bytes");
            if (JsonSerializer.Deserialize<LinkSettings>(stream, Json) is not { } settings)
                return (null, $"{FileName}: null");
            return settings.Problem(site.Settings) is { } problem ? (null, $"{FileName}: {problem}") : (settings, null);
        }
        catch (JsonException e)
        {
            return (null, $"{FileName}: {e.Path}: not as the guide says, at line {e.LineNumber + 1}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"{FileName}: {e.Message}");
        }
    }

    /// <summary>Writes the file; an existing one is replaced whole.</summary>
    public void Write(SiteFolder site)
    {
        var file = Path.Combine(site.FullPath, FileName);
        File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(this, Json));
        File.Move(file + ".new", file, overwrite: true);
    }

    private string? Problem(SiteSettings site) =>
        !SiteRules.IsNode(Headquarters) ? $"headquarters: '{Headquarters}' is no name of a node"
        : (End == LinkEnd.Headquarters) != (Headquarters == site.Node) ? "headquarters: at headquarters it is the site's own node, at a port another"
        : LeafPort is < 1 or > 65535 || LocalPort is < 1 or > 65535 || LeafPort == LocalPort ? "leafPort, localPort: two ports of 1 to 65535"
        : BrokerBytes < 16 * 1024 * 1024 ? "brokerBytes: less than 16 MiB"
        : null;
}

/// <summary>Which end of the links a site is.</summary>
public enum LinkEnd
{
    /// <summary>It sends its records and receives lists.</summary>
    Port,

    /// <summary>It takes in everybody's records and publishes lists.</summary>
    Headquarters,
}
