using Microsoft.AspNetCore.Components;
using Rahdari.Border.Encounters;
using Rahdari.Documents.Chips;
using Rahdari.Node.Chips;

namespace Rahdari.Node.Console.Counter;

// The chip of the document on this counter's reader.
public sealed partial class CounterDesk
{
    private CancellationTokenSource? chipReading;
    private ChipProgress? chipProgress;

    [Inject]
    private CounterChips Chips { get; set; } = null!;

    /// <summary>Reads the chip where the counter has a reader here; meanwhile nothing is decided, unless the officer goes on without it.</summary>
    private async Task ReadChipAsync(Encounter shown, Actor actor)
    {
        var reading = CancellationTokenSource.CreateLinkedTokenSource(closed.Token);
        // Nothing is decided from the scan on: a key pressed at once was pressed without knowing what the chip says.
        (chipReading, chipProgress) = (reading, default(ChipProgress));
        try
        {
            var presented = await Chips.ReadAsync(shown, actor, new ChipBar(this, shown.Id), reading.Token);
            if (presented is not { } answer || encounter?.Id != shown.Id)
                return;
            if (answer.Succeeded)
                Show(answer.Value);
            else
                problem = answer.Problem;
        }
        catch (OperationCanceledException)
        {
            // The officer went on without it, or the next document came.
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
        finally
        {
            if (chipReading == reading)
                (chipReading, chipProgress) = (null, null);
            reading.Dispose();
            if (!closed.IsCancellationRequested)
                await InvokeAsync(StateHasChanged);
        }
    }

    private async Task StopChipAsync()
    {
        if (chipReading is { } reading)
            await reading.CancelAsync();
        (chipReading, chipProgress) = (null, null);
    }

    /// <summary>Shows how far the chip is read, not oftener than a person sees.</summary>
    private sealed class ChipBar(CounterDesk desk, Guid encounterId) : IProgress<ChipProgress>
    {
        private double shown = -1;

        public void Report(ChipProgress value)
        {
            if (value.Share - shown < 0.05 || desk.encounter?.Id != encounterId)
                return;
            shown = value.Share;
            _ = desk.InvokeAsync(() =>
            {
                if (desk.chipReading is null)
                    return;
                desk.chipProgress = value;
                desk.StateHasChanged();
            });
        }
    }
}
