namespace Rahdari.Border.Distribution;

/// <summary>How large anything may be that is published: what is larger is refused before it is read, stored or unpacked.</summary>
public static class DistributionLimits
{
    /// <summary>The largest part as it is sent, in bytes.</summary>
    public const int LargestPart = 256 * 1024;

    /// <summary>The most parts of one update: with 255 KiB in each, one GiB compressed.</summary>
    public const int MostParts = 4112;

    /// <summary>The largest update unpacked, in bytes.</summary>
    public const long LargestUpdate = 16L * 1024 * 1024 * 1024;

    /// <summary>The longest line of an update unpacked, in bytes: an entry, a permission, a policy.</summary>
    public const int LongestLine = 4 * 1024 * 1024;

    /// <summary>The most lines of an update; so many entries a list may have.</summary>
    public const int MostLines = 4_000_000;

    /// <summary>The largest catalogue, in bytes.</summary>
    public const int LargestCatalogue = 64 * 1024;

    /// <summary>The most topics.</summary>
    public const int MostTopics = 500;

    /// <summary>What of a part is left for its content once its terms and signature are told, in bytes.</summary>
    internal const int LargestBody = LargestPart - 1024;

    /// <summary>The longest name of a node or topic, in bytes.</summary>
    internal const int LongestName = 200;
}
