using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Rahdari.Border.Encounters;
using Rahdari.Training.Lessons;

namespace Rahdari.Node.Console.Counter;

// At a training site: the travellers of the lesson, beside the counter as it is.
public sealed partial class CounterDesk
{
    /// <summary>Where the trainee stands; null at a site in service, and of who is of no lesson.</summary>
    private LessonStanding? lesson;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    /// <summary>Null at a site in service.</summary>
    private LessonDesk? Lessons => Services.GetService<LessonDesk>();

    private void TakeUpLesson(Actor? actor) => Follow(actor is null ? null : Lessons?.Standing(actor).Value);

    private void Follow(LessonStanding? standing) => lesson = standing is { Of: > 0 } ? standing : null;

    private async Task CallNextAsync() => await WhileBusyAsync(async actor =>
    {
        Follow(Lessons!.Next(actor).Value);
        announcement = lesson?.Now is { } now ? $"{now.Shows.In(Text.Culture)} {now.Says.In(Text.Culture)}" : "";
        await FocusZoneAsync();
    });

    /// <summary>The document is read as one that a reader scans.</summary>
    private async Task LayAsync()
    {
        if (busy || !MayRead || lesson?.Now is not { } now)
            return;
        next = string.Join('\n', now.Mrz);
        await script!.InvokeVoidAsync("put", next);
        await ReadNextAsync();
    }

    /// <summary>What was decided is held against the truth, which is told now.</summary>
    private void MarkLesson(DecidedEncounter decided, Decision decision, Actor actor)
    {
        if (lesson is not null)
            Follow(Lessons!.Decided(decided, decision, actor).Value);
    }
}
