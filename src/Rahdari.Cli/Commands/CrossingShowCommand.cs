using System.CommandLine;
using System.Text.Json;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari crossing show</c>: one crossing; audited.</summary>
internal static class CrossingShowCommand
{
    private static readonly Argument<Guid> Id = new("ID") { Description = "The crossing's id." };

    public static Command Create() => new ExampledCommand(
        "show",
        "One crossing or refusal with everything recorded. The reading is audited.",
        "rahdari crossing show 01990a3e-7c1d-7000-8000-000000000001")
    {
        Id,
    }.Does((run, cancellation) => SiteSession.WithAsync(run, session => ShowAsync(run, session, cancellation), cancellation));

    private static async Task<int> ShowAsync(Run run, SiteSession session, CancellationToken cancellation)
    {
        var found = await session.Get<CrossingRegister>().FindAsync(run.Get(Id), Actor.CommandLine, cancellation);
        if (!found.Succeeded)
            return run.Fail(found.Problem);
        var corrections = found.Value.CorrectedAt is null ? [] : (await session.Get<CorrectionRegister>().OfAsync(found.Value.Id, Actor.CommandLine, cancellation)).Value ?? [];
        var zone = TimeZoneInfo.FindSystemTimeZoneById(session.Folder.Settings.TimeZone);
        var json = JsonSerializer.SerializeToNode(found.Value, JsonForm.Options)!.AsObject();
        json["corrections"] = JsonSerializer.SerializeToNode(corrections, JsonForm.Options);
        return run.Answer(json, paper =>
        {
            CrossingLines.Print(run, paper, found.Value, zone);
            foreach (var correction in corrections)
            {
                paper.Line("");
                CrossingLines.Print(run, paper, correction, zone);
            }
        });
    }
}
