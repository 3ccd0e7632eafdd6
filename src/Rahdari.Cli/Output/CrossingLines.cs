using System.Globalization;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Corrections;

namespace Rahdari.Cli.Output;

/// <summary>A crossing for people, its times as the port's clocks show them.</summary>
internal static class CrossingLines
{
    public static string LocalTime(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    public static void Print(Run run, Paper paper, Crossing crossing, TimeZoneInfo zone) => paper.Pairs(
        ("Id", crossing.Id.ToString()),
        (run.Text("When"), LocalTime(crossing.At, zone)),
        (run.Text("Port"), crossing.Port),
        (run.Text("Counter"), crossing.Counter),
        (run.Text("Direction"), run.Text($"Direction{crossing.Direction}")),
        (run.Text("Outcome"), run.Text($"Outcome{crossing.Outcome}")),
        (run.Text("Conveyance"), Ride(run, CorrectedFields.Of(crossing))),
        (run.Text("DecidedBy"), crossing.DecidedBy),
        (run.Text("Advice"), run.Text($"Advice{crossing.Advice}")),
        (run.Text("Reasons"), crossing.AdviceReasons),
        (run.Text("Reason"), crossing.Reason),
        (run.Text("PermittedUntil"), crossing.PermittedUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        (run.Text("Permission"), crossing.Permission),
        (run.Text("DocumentCode"), crossing.DocumentCode),
        (run.Text("IssuingState"), crossing.IssuingState),
        (run.Text("DocumentNumber"), crossing.DocumentNumber),
        (run.Text("Surname"), crossing.PrimaryIdentifier),
        (run.Text("GivenNames"), crossing.SecondaryIdentifier),
        (run.Text("Nationality"), crossing.Nationality),
        (run.Text("DateOfBirth"), crossing.DateOfBirth.ToString()),
        (run.Text("Sex"), run.Text($"Sex{crossing.Sex}")),
        (run.Text("Traveller"), crossing.TravellerId.ToString()),
        (run.Text("Encounter"), crossing.EncounterId.ToString()),
        (run.Text("Node"), crossing.Node));

    public static void Print(Run run, Paper paper, Correction correction, TimeZoneInfo zone)
    {
        var (before, after) = (correction.Before, correction.After);
        paper.Pairs(
            (run.Text("Correction"), $"{correction.Number}"),
            (run.Text("When"), LocalTime(correction.At, zone)),
            (run.Text("DecidedBy"), correction.By),
            (run.Text("Reason"), correction.Reason),
            (run.Text("Direction"), Change(run.Text($"Direction{before.Direction}"), run.Text($"Direction{after.Direction}"))),
            (run.Text("Outcome"), Change(run.Text($"Outcome{before.Outcome}"), run.Text($"Outcome{after.Outcome}"))),
            (run.Text("PermittedUntil"), Change(Day(before.PermittedUntil), Day(after.PermittedUntil))),
            (run.Text("Conveyance"), Change(Ride(run, before), Ride(run, after))));
    }

    /// <summary>Null where nothing was changed, so that the line is left out.</summary>
    private static string? Change(string? before, string? after) => before == after ? null : $"{before ?? "–"} → {after ?? "–"}";

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Ride(Run run, CorrectedFields of) =>
        string.Join(' ', new[] { of.ConveyanceKind is { } kind ? run.Text($"Conveyance{kind}") : null, of.Conveyance, Day(of.ConveyanceDay) }.Where(part => part is not null)) is { Length: > 0 } told ? told : null;
}
