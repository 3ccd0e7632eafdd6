using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rahdari.Border.AdvanceInformation;
using Rahdari.Border.Sites;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.Findings;
using Rahdari.Node.Api;

namespace Rahdari.Node.AdvanceInformation;

/// <summary>
/// Takes carriers' lists from the folder that the site watches. A file that has stopped growing is taken, answered and moved to
/// <c>done</c>, or to <c>quarantine</c> where nothing in it can be read; beside it stands what was found (<c>.json</c>), and in
/// <c>answers</c> the answer (<c>.cusres</c>). A file leaves the folder last: what a crash leaves in it is taken up again, and recorded
/// once. Files are deleted after as many days as the site keeps who was announced.
/// </summary>
internal sealed partial class AdvanceFolder(SiteFolder site, AdvanceRegister register, TimeProvider clock, ILogger<AdvanceFolder> log) : BackgroundService
{
    private const string Done = "done", Quarantine = "quarantine", Answers = "answers";

    /// <summary>Digits of the SHA-256 by which a file is told from others of its name; the audit names all of them.</summary>
    private const int MarkLength = 12;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly string[] Unfinished = [".part", ".tmp", ".filepart"];
    private static readonly Actor Folder = new("advance-folder", new HashSet<string> { Roles.CarrierGateway }, null);
    private static readonly JsonSerializerOptions Json = Options();

    private Dictionary<string, (long Length, DateTime Written)> before = [];
    private bool failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (site.Settings.AdvanceFolder is not { } folder)
            return;
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await LookAsync(folder, stoppingToken);
                failing = false;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // What stands in the folder stays there; the next round tries again, and says so once.
                if (!failing)
                    NotRead(e);
                failing = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(string folder, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException(folder); // never made here: it may be a disk that is not mounted
        foreach (var room in new[] { Done, Quarantine, Answers }.Select(name => Path.Combine(folder, name)))
        {
            if (!Directory.Exists(room))
                SiteFolder.MakePrivate(room); // once: an administrator may open the answers to the program that sends them
            DeleteOld(room);
        }
        var seen = new Dictionary<string, (long, DateTime)>();
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(IsFinished).OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal))
        {
            var state = (file.Length, file.LastWriteTimeUtc);
            if (before.TryGetValue(file.Name, out var last) && last == state)
                await TakeEachAsync(file, cancellation);
            else
                seen[file.Name] = state;
        }
        before = seen;
    }

    // A file that cannot be taken holds none of the others up.
    private async Task TakeEachAsync(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            await TakeAsync(file, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotTaken(e.GetType().Name); // its message would name the file
        }
    }

    private async Task TakeAsync(FileInfo file, CancellationToken cancellation)
    {
        if (file.Length > EdifactReader.LargestBytes)
        {
            var (bytesOf, most) = (file.Length.ToString(CultureInfo.InvariantCulture), EdifactReader.LargestBytes.ToString(CultureInfo.InvariantCulture));
            await PutAsync(file, Quarantine, file.LastWriteTimeUtc.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), Told(AdvanceRule.TooLarge.Found(null, bytesOf, most)), [], cancellation);
            return;
        }
        var bytes = await File.ReadAllBytesAsync(file.FullName, cancellation);
        var mark = Convert.ToHexString(SHA256.HashData(bytes))[..MarkLength];
        var imported = await register.ImportAsync(bytes, Folder, cancellation);
        if (file.LastWriteTimeUtc != LastWritten(file))
            return; // It grew meanwhile: the whole of it is taken in another round.
        if (imported.Succeeded)
            await PutAsync(file, Done, mark, imported.Value, imported.Value.Answers, cancellation);
        else
            await PutAsync(file, Quarantine, mark, Told(imported.Problem), [], cancellation);
    }

    /// <summary>Writes what came of a file, and then moves it: the same file, taken up again, is put in the same place.</summary>
    private async Task PutAsync(FileInfo file, string room, string mark, object report, IReadOnlyList<byte[]> answers, CancellationToken cancellation)
    {
        var place = Path.Combine(file.DirectoryName!, room, $"{Path.GetFileNameWithoutExtension(file.Name)}-{mark}");
        await WriteAsync(place + ".json", JsonSerializer.SerializeToUtf8Bytes(report, Json), cancellation);
        if (answers.Count > 0)
            await WriteAsync(Path.Combine(file.DirectoryName!, Answers, Path.GetFileName(place) + ".cusres"), [.. answers.SelectMany(answer => answer)], cancellation);
        var target = place + (file.Extension == ".json" ? ".edi" : file.Extension);
        file.MoveTo(target, overwrite: true);
        File.SetLastWriteTimeUtc(target, clock.GetUtcNow().UtcDateTime); // from when it is kept
        Taken(room, mark);
    }

    private static async Task WriteAsync(string file, byte[] bytes, CancellationToken cancellation)
    {
        await File.WriteAllBytesAsync(file + ".tmp", bytes, cancellation);
        File.Move(file + ".tmp", file, overwrite: true);
    }

    private void DeleteOld(string folder)
    {
        var oldest = clock.GetUtcNow().UtcDateTime.AddDays(-site.Settings.AdvanceDays);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(f => f.LastWriteTimeUtc < oldest))
            file.Delete();
    }

    /// <summary>A hidden file or one with the name of a transfer under way is not there yet; a link could lead to anything that the site can read.</summary>
    private static bool IsFinished(FileInfo file) =>
        !file.Name.StartsWith('.') && file.LinkTarget is null && !Unfinished.Contains(file.Extension, StringComparer.OrdinalIgnoreCase);

    private static object Told(Finding problem) =>
        new { code = problem.Code, field = problem.Field, evidence = problem.Evidence, message = NodeSentences.Of(problem, CultureInfo.InvariantCulture) };

    private static DateTime LastWritten(FileInfo file) => File.GetLastWriteTimeUtc(file.FullName);

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
        ApiJson.Configure(options);
        return options;
    }

    // Names of files may say whose flight it is: the mark of the content is enough to find one.
    [LoggerMessage(LogLevel.Information, "A carrier's file was put into {Room}: {Mark}.")]
    private partial void Taken(string room, string mark);

    [LoggerMessage(LogLevel.Warning, "A carrier's file could not be taken and is tried again: {Error}.")]
    private partial void NotTaken(string error);

    [LoggerMessage(LogLevel.Warning, "The folder of carriers' lists cannot be read through; it is tried again.")]
    private partial void NotRead(Exception e);
}
