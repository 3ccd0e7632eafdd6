using System.Globalization;
using Rahdari.Border.Permissions;

namespace Rahdari.Cli.Output;

/// <summary>Visas, permits, extensions and rules of entry for people.</summary>
internal static class PermissionLines
{
    private const string Nothing = "–";

    public static void Print(Run run, Paper paper, Page<Permission> page)
    {
        paper.Rows(
            [
                run.Text("PermissionNumber"), run.Text("Class"), run.Text("ValidFrom"), run.Text("ValidUntil"), run.Text("Revoked"), run.Text("Nationality"), run.Text("DocumentNumber"), run.Text("Name"),
                run.Text("Authority"), "Id",
            ],
            page.Items.Select(p => (IReadOnlyList<string>)
            [
                p.Number, p.Class, Day(p.ValidFrom), Day(p.ValidUntil), run.Text(p.RevokedAt is null ? "No" : "Yes"), p.Nationality, p.DocumentNumber,
                $"{p.PrimaryIdentifier} {p.SecondaryIdentifier}".TrimEnd(), p.Authority, p.Id.ToString(),
            ]));
        PartOf(run, paper, page.Items.Count, page.Offset, page.Total);
    }

    public static void Print(Run run, Paper paper, Permission permission) => paper.Pairs(
        ("Id", permission.Id.ToString()),
        (run.Text("Authority"), permission.Authority),
        (run.Text("PermissionNumber"), permission.Number),
        (run.Text("Class"), permission.Class),
        (run.Text("IssuingState"), permission.IssuingState),
        (run.Text("DocumentNumber"), permission.DocumentNumber),
        (run.Text("Nationality"), permission.Nationality),
        (run.Text("Surname"), permission.PrimaryIdentifier),
        (run.Text("GivenNames"), permission.SecondaryIdentifier),
        (run.Text("DateOfBirth"), permission.DateOfBirth.ToString()),
        (run.Text("ValidFrom"), Day(permission.ValidFrom)),
        (run.Text("ValidUntil"), Day(permission.ValidUntil)),
        (run.Text("EntriesAllowed"), permission.Entries is { } entries ? Whole(entries) : run.Text("AsItsClass")),
        (run.Text("StayDays"), permission.StayDays is { } days ? Whole(days) : run.Text("AsItsClass")),
        (run.Text("Ports"), permission.Ports.Count > 0 ? string.Join(' ', permission.Ports) : run.Text("AsItsClass")),
        (run.Text("RecordedBy"), permission.RecordedBy),
        (run.Text("RevokedBy"), permission.RevokedBy),
        (run.Text("Reason"), permission.RevokedReason));

    public static void Print(Run run, Paper paper, Page<StayExtension> page)
    {
        paper.Rows(
            [run.Text("Reference"), run.Text("Decided"), run.Text("PermittedUntil"), run.Text("Revoked"), run.Text("IssuingState"), run.Text("DocumentNumber"), run.Text("Authority"), "Id"],
            page.Items.Select(x => (IReadOnlyList<string>)
            [
                x.Reference, Day(x.DecidedOn), Day(x.Until), run.Text(x.RevokedAt is null ? "No" : "Yes"), x.IssuingState, x.DocumentNumber, x.Authority, x.Id.ToString(),
            ]));
        PartOf(run, paper, page.Items.Count, page.Offset, page.Total);
    }

    public static void Print(Run run, Paper paper, StayExtension extension) => paper.Pairs(
        ("Id", extension.Id.ToString()),
        (run.Text("Authority"), extension.Authority),
        (run.Text("Reference"), extension.Reference),
        (run.Text("IssuingState"), extension.IssuingState),
        (run.Text("DocumentNumber"), extension.DocumentNumber),
        (run.Text("Decided"), Day(extension.DecidedOn)),
        (run.Text("PermittedUntil"), Day(extension.Until)),
        (run.Text("LegalBasis"), extension.LegalBasis),
        (run.Text("RecordedBy"), extension.RecordedBy),
        (run.Text("RevokedBy"), extension.RevokedBy),
        (run.Text("Reason"), extension.RevokedReason));

    public static void Print(Run run, Paper paper, EntryRules rules)
    {
        if (rules.Number == 0)
        {
            paper.Line(run.Text("NoRules"));
            return;
        }
        paper.Line(run.Text("RulesInForce", rules.Number, rules.Classes.Count));
        paper.Rows(
            [
                run.Text("Class"), run.Text("Title"), run.Text("IssuedToPerson"), run.Text("Nationality"), run.Text("DocumentCode"), run.Text("Ports"), run.Text("EntriesAllowed"), run.Text("StayDays"), run.Text("Limit"),
                run.Text("ValidFrom"), run.Text("ValidUntil"), run.Text("LegalBasis"),
            ],
            rules.Classes.Select(c => (IReadOnlyList<string>)
            [
                c.Code, run.Culture.TwoLetterISOLanguageName == "ur" ? c.TitleUrdu ?? c.Title : c.Title, run.Text(c.Issued ? "Yes" : "No"), Nationalities(c), Words(c.Documents), Words(c.Ports),
                c.Entries is { } entries ? Whole(entries) : Nothing, c.StayDays is { } days ? Whole(days) : Nothing, c.LimitDays is null ? Nothing : $"{c.LimitDays} / {c.LimitWindow}",
                Day(c.From), c.Until is { } until ? Day(until) : Nothing, c.LegalBasis,
            ]));
    }

    private static string Nationalities(PermissionClass rules) =>
        rules.ExceptNationalities.Count == 0 ? Words(rules.Nationalities) : $"{Words(rules.Nationalities)} ≠ {string.Join(' ', rules.ExceptNationalities)}";

    private static string Words(IReadOnlyList<string> words) => words.Count == 0 ? Nothing : string.Join(' ', words);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void PartOf(Run run, Paper paper, int shown, int offset, int total) =>
        paper.Line(shown == 0 ? run.Text("NoneOf", total) : run.Text("PartOf", offset + 1, offset + shown, total));
}
