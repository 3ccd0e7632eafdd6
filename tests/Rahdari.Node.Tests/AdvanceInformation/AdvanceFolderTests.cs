using System.Text;
using System.Text.Json;
using Rahdari.Border.AdvanceInformation;
using Rahdari.Border.Audit;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Node.Tests.Operation;

namespace Rahdari.Node.Tests.AdvanceInformation;

/// <summary>Files that other programs put into the watched folder.</summary>
public class AdvanceFolderTests
{
    private const string Flight = "UNB+UNOA:4+UTOAIR:ZZ+RAHDARI:ZZ+260228:0910+REF1++APIS'UNH+M1+PAXLST:D:02B:UN:IATA'BGM+745'TDT+20+UT123+++UT'"
        + "LOC+125+DXB'DTM+189:2603011340:201'LOC+87+KHI'DTM+232:2603011640:201'NAD+FL+++SPECIMENA:KHANUM'ATT+2++F'DTM+329:800517'NAT+2+UTO'"
        + "DOC+P:110:111+U00000077'DTM+36:310101'LOC+91+UTO'CNT+42:1'UNT+16+M1'UNZ+1+REF1'";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_is_taken_answered_and_moved_what_cannot_be_read_is_put_apart_and_what_is_not_whole_waits()
    {
        await using var site = await RunningSite.StartAsync();
        Write(site, "flight.edi", Flight);
        Write(site, "noise.edi", "hello");
        Write(site, "coming.edi.part", Flight[..100]);
        Write(site, ".hidden", Flight);
        File.CreateSymbolicLink(Path.Combine(site.AdvanceFolder, "link.edi"), Path.Combine(site.AdvanceFolder, ".hidden"));
        await RoundsAsync(site, () => Files(site, "done").Length == 2 && Files(site, "quarantine").Length == 2);

        Assert.Equal([".hidden", "coming.edi.part", "link.edi"], Files(site, ""));
        Assert.Equal([".edi", ".json"], Files(site, "done").Select(Path.GetExtension));
        Assert.Equal(Flight, await File.ReadAllTextAsync(Single(site, "done", ".edi"), Cancellation));
        Assert.Contains("CUSRES", await File.ReadAllTextAsync(Single(site, "answers", ".cusres"), Cancellation), StringComparison.Ordinal);
        Assert.Equal((false, 1), Report(site, "done"));
        Assert.Equal("hello", await File.ReadAllTextAsync(Single(site, "quarantine", ".edi"), Cancellation));
        foreach (var room in new[] { "done", "quarantine", "answers" })
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(site.AdvanceFolder, room)) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute), room);
        Assert.Contains("EDIFACT_ABSENT", await File.ReadAllTextAsync(Single(site, "quarantine", ".json"), Cancellation), StringComparison.Ordinal);
        Assert.Equal(("UT123", 1), await ExpectedAsync(site));
    }

    [Fact]
    public async Task A_file_that_was_recorded_and_not_yet_moved_when_the_site_fell_is_recorded_once_and_answered()
    {
        await using var site = await RunningSite.StartAsync();
        var recorded = await site.Get<AdvanceRegister>().ImportAsync(Encoding.Latin1.GetBytes(Flight), Actor.CommandLine, Cancellation);
        Assert.True(recorded.Succeeded);
        Write(site, "flight.edi", Flight);
        await RoundsAsync(site, () => Files(site, "done").Length == 2);
        Assert.Equal((true, 1), Report(site, "done"));
        Assert.Equal(recorded.Value.Answers.Single(), await File.ReadAllBytesAsync(Single(site, "answers", ".cusres"), Cancellation));
        Assert.Equal(("UT123", 1), await ExpectedAsync(site));
        Assert.Single(await site.AuditAsync(AuditAction.AdvanceReceived));
    }

    [Fact]
    public async Task A_file_that_still_grows_is_left_alone_and_what_was_taken_long_ago_is_deleted()
    {
        await using var site = await RunningSite.StartAsync();
        for (var length = 20; length < 200; length += 20)
        {
            Write(site, "flight.edi", Flight[..length]);
            await RoundAsync(site);
        }
        Assert.Equal(["flight.edi"], Files(site, ""));
        Write(site, "flight.edi", Flight);
        await RoundsAsync(site, () => Files(site, "").Length == 0);
        Assert.Equal((false, 1), Report(site, "done"));
    }

    [Fact]
    public async Task A_file_larger_than_any_list_is_put_apart_unread_and_a_folder_that_comes_back_is_read_again()
    {
        var log = new CapturedLog();
        await using var site = await RunningSite.StartAsync(log: log);
        var folder = site.AdvanceFolder;
        await UntilAsync(site, () => Directory.Exists(Path.Combine(folder, "answers")));
        Directory.Delete(folder, recursive: true);
        for (var rounds = 0; rounds < 4; rounds++)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(100, Cancellation);
        }
        Assert.False(Directory.Exists(folder));
        Assert.Single(log.Lines, line => line.StartsWith("Warning Rahdari.Node.AdvanceInformation.AdvanceFolder: ", StringComparison.Ordinal));
        await using (var large = File.Create(Path.Combine(site.AdvanceFolder, "large.edi")))
            large.SetLength(EdifactReader.LargestBytes + 1L);
        Write(site, "flight.edi", Flight);
        await RoundsAsync(site, () => Files(site, "done").Length == 2 && Files(site, "quarantine").Length == 2);
        Assert.Contains("EDIFACT_TOO_LARGE", await File.ReadAllTextAsync(Single(site, "quarantine", ".json"), Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, line => line.Contains("flight.edi", StringComparison.Ordinal) || line.Contains("SPECIMENA", StringComparison.Ordinal));
    }

    private static void Write(RunningSite site, string name, string text) => File.WriteAllText(Path.Combine(site.AdvanceFolder, name), text, Encoding.Latin1);

    private static string[] Files(RunningSite site, string room)
    {
        var folder = Path.Combine(site.AdvanceFolder, room);
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Where(f => !f.EndsWith(".tmp", StringComparison.Ordinal)).Order(StringComparer.Ordinal)] : [];
    }

    private static string Single(RunningSite site, string room, string extension) =>
        Path.Combine(site.AdvanceFolder, room, Assert.Single(Files(site, room), f => Path.GetExtension(f) == extension));

    private static (bool Repeated, int Travellers) Report(RunningSite site, string room)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(Single(site, room, ".json")));
        return (report.RootElement.GetProperty("repeated").GetBoolean(), report.RootElement.GetProperty("travellers").GetInt32());
    }

    private static async Task<(string Flight, int Passengers)> ExpectedAsync(RunningSite site)
    {
        var flights = await site.Get<AdvanceRegister>().FlightsAsync(null, 0, 10, Actor.CommandLine, Cancellation);
        var flight = Assert.Single(flights.Value!.Items);
        return (flight.Flight, flight.Passengers);
    }

    private static async Task RoundsAsync(RunningSite site, Func<bool> until)
    {
        for (var rounds = 0; !until(); rounds++)
        {
            Assert.True(rounds < 50, string.Join(", ", Directory.GetFiles(site.AdvanceFolder, "*", SearchOption.AllDirectories)));
            await RoundAsync(site);
        }
    }

    /// <summary>One look into the folder, which begins with deleting what is older than it keeps files.</summary>
    private static async Task RoundAsync(RunningSite site)
    {
        var old = Path.Combine(site.AdvanceFolder, "done", "old.edi");
        await UntilAsync(site, () => Directory.Exists(Path.GetDirectoryName(old)));
        await File.WriteAllTextAsync(old, "x", Cancellation);
        File.SetLastWriteTimeUtc(old, RunningSite.Start.UtcDateTime.AddDays(-31));
        await UntilAsync(site, () => !File.Exists(old));
        await Task.Delay(50, Cancellation);
    }

    private static async Task UntilAsync(RunningSite site, Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.True(tries < 200, "The site does not look into the folder.");
            if (tries % 20 == 0)
                site.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(20, Cancellation);
        }
    }
}
