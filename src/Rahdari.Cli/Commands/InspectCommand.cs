using System.CommandLine;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Documents;
using Rahdari.Cli.Output;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Seals;
using Rahdari.Documents.Trust;
using Rahdari.Imaging;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari inspect</c>: a machine readable zone, its fields and every finding. Needs no site.</summary>
internal static class InspectCommand
{
    // The largest zone has 3 lines of 30; whoever sends more than this has sent something else.
    private const int MostCharacters = 64 * 1024;

    private static readonly Argument<string[]> Lines = new("LINE")
    {
        Description = "The lines of the zone. Without them, and without --file, standard input is read.",
        Arity = ArgumentArity.ZeroOrMore,
        Validators = { Given.NoOption },
    };

    private static readonly Option<string> File = new("--file") { Description = "Read the zone from a file.", HelpName = "FILE" };

    private static readonly Option<string> Image = new("--image") { Description = "Read the zone from a photograph or scan: JPEG, PNG, TIFF, BMP, WebP, JPEG 2000.", HelpName = "FILE" };

    private static readonly Option<string> On = new("--on") { Description = "Inspect as of this day (default: today, local).", HelpName = "DATE" };

    private static readonly TrustAnchors Nobody = new([]);

    public static Command Create() => new ExampledCommand(
        "inspect",
        "Read a machine readable zone (TD1, TD2, TD3, MRV-A, MRV-B and national cards): its fields and every finding. Exit code 1 where a finding is serious or critical.",
        "rahdari inspect 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<' 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'",
        "rahdari inspect --file scan.txt --on 2012-01-31 --lang ur",
        "rahdari inspect --image passport.jpg",
        "cat scan.txt | rahdari inspect --json")
    {
        Lines, File, Image, On,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        if (!Given.Day(run, On, out var on, out var wrong))
            return run.Fail(wrong);
        var today = on ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        var (reading, picture, problem) = run.Get(Image) is { } image ? await LookAsync(image, today, cancellation) : await ReadAsync(run, today, cancellation);
        if (reading is null)
            return run.Fail(problem!);
        if (reading.Fields is not { } fields)
            return run.Fail(reading.Findings[0], ExitCode.Invalid);
        // What a misread zone probably says is told beside what was read, and never in its place.
        var proposal = MrzRepair.Propose(reading, today);
        var findings = DocumentInspector.Inspect(reading, today).Concat(proposal?.Findings ?? []).Concat(picture?.Findings ?? []).Concat(OfSeals(picture, fields, today))
            .Select(f => new PlacedFinding(f, FieldPlace.Of(fields.Format, f), run.Sentence(f)))
            .ToArray();
        var serious = findings.Any(f => f.Finding.Severity >= Severity.Serious);
        return run.Answer(Json(reading, fields, proposal, picture, findings), paper => Print(run, paper, reading, fields, picture, findings), serious ? ExitCode.Found : ExitCode.Ok);
    }

    /// <summary>What is wrong with the seals among the barcodes. No signer is trusted here, which each seal's findings say.</summary>
    private static IEnumerable<Finding> OfSeals(ImageReading? picture, MrzFields fields, DateOnly today) =>
        picture?.Barcodes.SelectMany(code => BarcodeInspection.Of(code.Content, fields, null, Nobody, today, TimeProvider.System.GetUtcNow())) ?? [];

    private static async Task<(MrzReading? Reading, ImageReading? Picture, Finding? Problem)> LookAsync(string image, DateOnly today, CancellationToken cancellation)
    {
        if (!System.IO.File.Exists(image))
            return (null, null, CliRule.FileNotFound.Broken("image", ("file", image)));
        // One byte more than is read tells that there is more.
        await using var file = System.IO.File.OpenRead(image);
        var bytes = new byte[Math.Min(file.Length, ImageReader.LargestBytes + 1L)];
        await file.ReadExactlyAsync(bytes, cancellation);
        var picture = await ImageReader.ReadAsync(bytes, today, ImageTools.OfMachine, cancellation);
        return (picture.Zone, picture, picture.Zone is null ? picture.Findings[0] : null);
    }

    private static async Task<(MrzReading? Reading, ImageReading? Picture, Finding? Problem)> ReadAsync(Run run, DateOnly today, CancellationToken cancellation)
    {
        if (run.Get(File) is { } file)
        {
            if (!System.IO.File.Exists(file))
                return (null, null, CliRule.FileNotFound.Broken("file", ("file", file)));
            using var reader = System.IO.File.OpenText(file);
            return (MrzReader.Read(await HeadAsync(reader, cancellation), today), null, null);
        }

        if (run.Get(Lines) is { Length: > 0 } lines)
            return (MrzReader.Read(string.Join('\n', lines), today), null, null);
        if (!Console.IsInputRedirected)
            await Console.Error.WriteLineAsync(run.Text("TypeZone").AsMemory(), cancellation);
        var text = await HeadAsync(Console.In, cancellation);
        return string.IsNullOrWhiteSpace(text) ? (null, null, CliRule.NoInput.Broken()) : (MrzReader.Read(text, today), null, null);
    }

    private static async Task<string> HeadAsync(TextReader reader, CancellationToken cancellation)
    {
        var buffer = new char[MostCharacters];
        var read = await reader.ReadBlockAsync(buffer, cancellation);
        return new string(buffer, 0, read);
    }

    private static object Json(MrzReading reading, MrzFields fields, MrzProposal? proposal, ImageReading? picture, PlacedFinding[] findings) => new
    {
        reading.Lines,
        ProposedLines = proposal is { Changes.Count: > 0 } ? proposal.Lines : null,
        Fields = fields,
        Image = picture?.Header,
        Barcodes = picture?.Barcodes.Select(code => new { code.Format, Content = Convert.ToHexString(code.Content.Span) }),
        Findings = findings.Select(f => new
        {
            f.Finding.Code,
            f.Finding.Severity,
            f.Finding.Field,
            f.Sentence,
            f.Finding.Evidence,
            f.Place?.Line,
            f.Place?.Column,
            f.Place?.Length,
        }),
        Worst = findings.Length == 0 ? (Severity?)null : findings.Max(f => f.Finding.Severity),
    };

    private static void Print(Run run, Paper paper, MrzReading reading, MrzFields fields, ImageReading? picture, PlacedFinding[] findings)
    {
        for (var line = 0; line < reading.Lines.Count; line++)
        {
            paper.Line(reading.Lines[line]);
            foreach (var (finding, place, _) in findings.Where(f => f.Place?.Line == line + 1).OrderBy(f => f.Place!.Column))
                paper.Line($"{new string(' ', place!.Column - 1)}{new string('^', place.Length)} {finding.Code}");
        }

        paper.Line();
        paper.Pairs(
            (run.Text("Format"), fields.Format.ToString()),
            (run.Text("DocumentCode"), fields.DocumentCode),
            (run.Text("IssuingState"), fields.IssuingState),
            (run.Text("DocumentNumber"), fields.DocumentNumber),
            (run.Text("Surname"), fields.PrimaryIdentifier),
            (run.Text("GivenNames"), fields.SecondaryIdentifier),
            (run.Text("NameTruncated"), fields.NameMayBeTruncated ? run.Text("Possibly") : null),
            (run.Text("Nationality"), fields.Nationality),
            (run.Text("DateOfBirth"), fields.DateOfBirth.ToString()),
            (run.Text("Sex"), run.Text($"Sex{fields.Sex}")),
            (run.Text("DateOfIssue"), fields.DateOfIssue.IsUnknown ? null : fields.DateOfIssue.ToString()),
            (run.Text("DateOfExpiry"), fields.DateOfExpiry.ToString()),
            (run.Text("OptionalData"), string.Join(" | ", fields.OptionalData.Where(d => d.Length > 0))));
        foreach (var code in picture?.Barcodes ?? [])
            paper.Line(run.Text("BarcodeOf", code.Format, code.Content.Length));
        paper.Line();
        if (findings.Length == 0)
            paper.Line(run.Text("NoFindings"));
        foreach (var (finding, _, sentence) in findings)
            paper.Line($"{run.Text($"Severity{finding.Severity}")}: {sentence} [{finding.Code}]");
    }

    private sealed record PlacedFinding(Finding Finding, ZonePlace? Place, string Sentence);
}
