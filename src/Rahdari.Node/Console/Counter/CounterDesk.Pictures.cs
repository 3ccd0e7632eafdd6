using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Rahdari.Border.Encounters;
using Rahdari.Border.Visas;
using Rahdari.Documents.Mrz;
using Rahdari.Imaging;
using Rahdari.Node.Pictures;

namespace Rahdari.Node.Console.Counter;

// Pictures at the counter, of the page and of a visa; and the visa, however it was read.
public sealed partial class CounterDesk
{
    private ImageReading? pictured;
    private bool pictureReading;
    private string? pictureProblem;

    [Inject]
    private CounterPictures Pictures { get; set; } = null!;

    [Inject]
    private VisaDesk Visas { get; set; } = null!;

    /// <summary>Takes a picture of the page: added to the traveller who is shown; where nobody is, its zone is read as one that was scanned. Called by the page's script.</summary>
    [JSInvokable]
    public async Task PictureAsync(IJSStreamReference picture)
    {
        if (pictureReading || !MayRead || await ActorAsync() is not { } actor)
            return;
        (pictureReading, pictureProblem) = (true, null);
        StateHasChanged();
        try
        {
            if (picture.Length > CounterPictures.LargestBytes)
                pictureProblem = Text.Of(ImageRule.FileTooLarge.Found(null, $"{picture.Length}", $"{CounterPictures.LargestBytes}"));
            else
                await TakeAsync(await BytesAsync(picture), actor);
        }
        finally
        {
            pictureReading = false;
            StateHasChanged();
        }
    }

    /// <summary>The camera gives nothing: told by the page's script, with the browser's name of the reason.</summary>
    [JSInvokable]
    public void CameraFailed(string reason)
    {
        pictureProblem = Text[reason switch { "NotAllowedError" or "SecurityError" => "CameraDenied", "NotReadableError" => "CameraBusy", _ => "CameraAbsent" }];
        StateHasChanged();
    }

    private async Task TakeAsync(byte[] bytes, Actor actor)
    {
        var reading = await Pictures.ReadAsync(bytes, closed.Token);
        if (reading is { Zone: null, Barcodes.Count: 0 })
        {
            pictureProblem = Text.Of(reading.Findings[0]);
        }
        else if (encounter is { State: EncounterState.Open } shown && !VisaDesk.IsVisa(reading.Zone?.Fields))
        {
            await WhileBusyAsync(_ => AddPictureAsync(shown, reading, actor));
            await ReadNextAsync();
        }
        else if (reading.Zone is not { } read)
        {
            pictureProblem = Text["PictureWithoutZone"];
        }
        else if (CounterPictures.Doubts(reading) is { Count: > 0 } doubts)
        {
            // Nothing that was read with doubt is presented before somebody has looked at it.
            pictured = reading;
            (unread, unreadLines) = (doubts, read.Lines);
            announcement = string.Join(' ', doubts.Select(Text.Of).Prepend(Text["PictureConfirm"]));
            await script!.InvokeVoidAsync("fill", string.Join('\n', read.Lines));
        }
        else
        {
            pictured = reading;
            await script!.InvokeVoidAsync("put", string.Join('\n', read.Lines));
            next = string.Join('\n', read.Lines);
            await ReadNextAsync();
        }
    }

    /// <summary>Whether the zone presented is that of the picture, as the officer mended it; another document was scanned instead otherwise.</summary>
    private static bool IsOf(ImageReading picture, IReadOnlyList<string> lines)
    {
        const int mostMended = 8;
        return picture.Zone is { } zone && zone.Lines.Zip(lines).Sum(line => line.First.Zip(line.Second).Count(pair => pair.First != pair.Second)) <= mostMended;
    }

    /// <summary>The visa in a text; null where it is none.</summary>
    private VisaPresented? VisaIn(string text)
    {
        var zone = MrzReader.Read(text, Times.Today);
        if (!VisaDesk.IsVisa(zone.Fields))
            return null;
        // What was read of a picture, mended or not, keeps the picture's seals.
        return new VisaPresented(zone) { Barcodes = pictured is { } picture && IsOf(picture, zone.Lines) ? [.. picture.Barcodes.Select(code => code.Content)] : [] };
    }

    private async Task AddVisaAsync(Encounter to, VisaPresented visa, Actor actor)
    {
        (pictured, unread, unreadLines) = (null, [], []);
        var added = await Visas.PresentAsync(to.Id, visa, actor, closed.Token);
        if (added.Succeeded)
            Show(added.Value);
        else
            problem = added.Problem;
        await script!.InvokeVoidAsync("select");
    }

    private async Task AddPictureAsync(Encounter to, ImageReading picture, Actor actor)
    {
        var added = await Pictures.PresentAsync(to.Id, picture, actor, closed.Token);
        if (added.Succeeded)
            Show(added.Value);
        else
            pictureProblem = Text.Of(added.Problem);
    }

    private async Task<byte[]> BytesAsync(IJSStreamReference picture)
    {
        await using var stream = await picture.OpenReadStreamAsync(CounterPictures.LargestBytes, closed.Token);
        using var bytes = new MemoryStream((int)picture.Length);
        await stream.CopyToAsync(bytes, closed.Token);
        return bytes.ToArray();
    }
}
