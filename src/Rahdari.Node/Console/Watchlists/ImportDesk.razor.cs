using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Rahdari.Border;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Findings;
using Rahdari.Node.Console.Shared;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Console.Watchlists;

/// <summary>Brings a published list into force: takes its files, reads them, imports; each stage shows its progress and can be cancelled.</summary>
public sealed partial class ImportDesk : IAsyncDisposable
{
    private const int MostFiles = 4;
    private const long LargestFile = 256L * 1024 * 1024;
    private const int Buffer = 64 * 1024;

    private CancellationTokenSource? work;
    private ListForm form = ListForm.All[0];
    private string name = "";
    private IReadOnlyList<IBrowserFile> files = [];
    private bool isWorking;
    private Stage? stage;
    private int percent;
    private bool allowShrink;
    private bool allowOlder;
    private bool allowOtherForm;
    private bool allowRejects;
    private bool hasRest;
    private bool cancelled;
    private Finding? problem;
    private string? sentence;
    private IReadOnlyList<ListError> errors = [];
    private WatchlistVersion? imported;
    private PolicyEffect? effect;
    private bool isUnchanged;

    private enum Stage
    {
        Taking,
        Reading,
        Importing,
        Screening,
    }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private WatchlistRegister Register { get; set; } = null!;

    [Inject]
    private PolicyPreview Preview { get; set; } = null!;

    [Inject]
    private WatchlistScreen Screen { get; set; } = null!;

    /// <summary>True where the import was refused for a reason that the user may accept and has not.</summary>
    private bool IsUnconfirmed => (Shrinks && !allowShrink) || (IsOlder && !allowOlder) || (IsOtherForm && !allowOtherForm) || (HasRest && !allowRejects);

    /// <summary>True where the list was refused for single entries alone, and the rest of it could be used.</summary>
    private bool HasRest => hasRest && imported is null;

    private bool Shrinks => problem?.Code == BorderRule.WatchlistShrinks.Code;

    private bool IsOlder => problem?.Code == BorderRule.WatchlistOlder.Code || problem?.Code == BorderRule.WatchlistNumberLower.Code;

    private bool IsOtherForm => problem?.Code == BorderRule.WatchlistOtherForm.Code;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (work is not null)
            await work.CancelAsync();
    }

    private void Choose(ListForm one)
    {
        (form, files, name) = (one, [], "");
        (hasRest, allowRejects) = (false, false);
    }

    private void Take(InputFileChangeEventArgs change)
    {
        Forget();
        (allowShrink, allowOlder, allowOtherForm, allowRejects, hasRest) = (false, false, false, false, false);
        if (change.FileCount > MostFiles || change.GetMultipleFiles(Math.Max(1, change.FileCount)).Any(f => f.Size > LargestFile))
            (files, sentence) = ([], Text["FilesTooLarge", MostFiles, LargestFile / 1024 / 1024]);
        else
            files = change.GetMultipleFiles(MostFiles);
    }

    private Task ImportAsync() => WorkAsync(ImportAsync);

    private Task ShowEffectAsync() => WorkAsync(async (list, actor, cancellation) =>
    {
        var shown = Show(Stage.Screening);
        var answer = await Task.Run(() => Preview.ImportEffectAsync(list, actor, shown, cancellation), cancellation);
        (effect, problem) = (answer.Value, answer.Problem);
    });

    /// <summary>Takes and reads the files, then does with the list what is wanted.</summary>
    private async Task WorkAsync(Func<PublishedList, Actor, CancellationToken, Task> work)
    {
        var user = (await Authentication).User;
        if (isWorking || user.Identity is not { IsAuthenticated: true })
            return;
        Forget();
        if ((problem = form.NameProblem(name)) is not null)
            return;
        isWorking = true;
        using var cancellation = this.work = new CancellationTokenSource();
        var taken = new List<(string Name, Stream Bytes)>();
        try
        {
            await TakeFilesAsync(taken, cancellation.Token);
            var reading = await Task.Run(() => Read(taken, cancellation.Token), cancellation.Token);
            errors = reading.Errors;
            hasRest = reading.Rest is not null;
            if (reading.Usable(allowRejects) is { } list)
                await work(list, user.ToActor(), cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            cancelled = true;
        }
        catch (IOException)
        {
            // The browser stopped sending: the file was changed or taken away while it was read.
            sentence = Text["FilesBroken"];
        }
        finally
        {
            foreach (var (_, bytes) in taken)
                await bytes.DisposeAsync();
            (isWorking, stage, this.work) = (false, null, null);
        }
    }

    private async Task TakeFilesAsync(List<(string Name, Stream Bytes)> taken, CancellationToken cancellation)
    {
        var shown = Show(Stage.Taking);
        var (total, done) = (Math.Max(1, files.Sum(f => f.Size)), 0L);
        foreach (var file in files)
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
            var copy = new FileStream(Path.Combine(Path.GetTempPath(), $"rahdari-list-{Guid.NewGuid():N}"), options);
            taken.Add((Path.GetFileName(file.Name), copy));
            await using var sent = file.OpenReadStream(LargestFile, cancellation);
            var buffer = new byte[Buffer];
            for (int read; (read = await sent.ReadAsync(buffer, cancellation)) > 0;)
            {
                await copy.WriteAsync(buffer.AsMemory(0, read), cancellation);
                shown.Report((double)(done += read) / total);
            }
            copy.Position = 0;
        }
    }

    private ListReading Read(List<(string Name, Stream Bytes)> taken, CancellationToken cancellation)
    {
        var shown = Show(Stage.Reading);
        return form.Read(taken, name, shown, cancellation);
    }

    private async Task ImportAsync(PublishedList list, Actor actor, CancellationToken cancellation)
    {
        var shown = Show(Stage.Importing);
        var answer = await Task.Run(() => Register.ImportAsync(list, actor, allowShrink, allowOlder, allowOtherForm, shown, cancellation), cancellation);
        (imported, problem) = (answer.Value, answer.Problem);
        isUnchanged = imported is { Added: 0, Changed: 0, Delisted: 0 };
        if (imported is not null)
            await Screen.RefreshAsync(CancellationToken.None);
    }

    private async Task CancelAsync()
    {
        if (work is not null)
            await work.CancelAsync();
    }

    private void Forget() => (cancelled, problem, sentence, errors, imported, effect) = (false, null, null, [], null, null);

    private ShownShare Show(Stage begun)
    {
        void Shown(int share) => _ = InvokeAsync(() =>
        {
            (stage, percent) = (isWorking ? begun : null, share);
            StateHasChanged();
        });
        Shown(0);
        return new ShownShare(Shown);
    }
}
