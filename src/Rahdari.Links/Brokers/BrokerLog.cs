using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Rahdari.Links.Nodes;

namespace Rahdari.Links.Brokers;

/// <summary>What headquarters' broker wrote of those whom it turned away: what fails before a link is open, nobody else hears of. Whoever knocks can fill lines, and no more than two files of them. Thread-safe.</summary>
public sealed partial class BrokerLog
{
    /// <summary>A log that is larger goes on in another file.</summary>
    public const long LargestFile = 4 * 1024 * 1024;

    private const int MostRead = 1024 * 1024;
    private const int MostKnocks = 100;
    private const string Instant = "yyyy/MM/dd HH:mm:ss.ffffff";

    /// <summary>The log in a file.</summary>
    public BrokerLog(string file) => File = file;

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Who was turned away, by address and reason; the latest first, at most 100. Of what the newest million bytes of the log say; nothing where there is no log.</summary>
    /// <param name="since">UTC.</param>
    /// <param name="zone">Of the machine: the broker writes local times.</param>
    public IReadOnlyList<Knock> Knocks(DateTimeOffset since, TimeZoneInfo zone) =>
    [
        .. Lines().Select(line => Read(line, zone)).OfType<Knock>().Where(knock => knock.LastAt >= since)
            .GroupBy(knock => (knock.Address, knock.Reason))
            .Select(same => same.MaxBy(knock => knock.LastAt)! with { Times = same.Count() })
            .OrderByDescending(knock => knock.LastAt).Take(MostKnocks),
    ];

    /// <summary>Lets go of all files that the broker closed but the newest.</summary>
    public void Prune()
    {
        if (Path.GetDirectoryName(File) is not { } folder || !Directory.Exists(folder))
            return;
        // Whole names: by the rule that is the default, ".*" is also nothing, and the log itself would be deleted.
        var named = new EnumerationOptions { MatchType = MatchType.Simple };
        foreach (var old in Directory.GetFiles(folder, Path.GetFileName(File) + ".*", named).OrderDescending(StringComparer.Ordinal).Skip(1))
            System.IO.File.Delete(old);
    }

    private static Knock? Read(string line, TimeZoneInfo zone)
    {
        if (TurnedAway().Match(line) is not { Success: true } found
            || !DateTime.TryParseExact(found.Groups["at"].ValueSpan, Instant, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            || !IPAddress.TryParse(found.Groups["address"].ValueSpan, out var address))
            return null;
        return new Knock(address.ToString(), found.Groups["tls"].Success ? KnockReason.NoCertificate : KnockReason.NotEnrolled, 1, new DateTimeOffset(at, zone.GetUtcOffset(at)).ToUniversalTime());
    }

    private string[] Lines()
    {
        try
        {
            using var file = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.Seek(Math.Max(0, file.Length - MostRead), SeekOrigin.Begin);
            var bytes = new byte[MostRead];
            return Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, MostRead, throwOnEndOfStream: false)).Split('\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // nats-server 2.9: auth.go and leafnode.go. What follows the reason is the stranger's own words.
    [GeneratedRegex(@"^\[\d{1,10}\] (?<at>\d{4}/\d\d/\d\d \d\d:\d\d:\d\d\.\d{6}) \[ERR\] \[?(?<address>[0-9a-fA-F:.]{2,45}?)\]?:\d{1,5} - lid:\d{1,19} - (?:authentication error|(?<tls>TLS (?:leafnode )?handshake error))", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex TurnedAway();
}
