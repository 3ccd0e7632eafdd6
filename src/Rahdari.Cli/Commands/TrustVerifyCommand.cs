using System.CommandLine;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Trust;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari trust verify</c>: a CSCA master list, to its root and certificate by certificate. Needs no site.</summary>
internal static class TrustVerifyCommand
{
    private static readonly Argument<string> List = new("LIST") { Description = "The master list (.ml), as published." };

    private static readonly Option<string> Root = new("--root")
    {
        Description = "The country signing certificate (.cer, DER or PEM) of the State that published the list, obtained apart from it.",
        HelpName = "CSCA",
        Required = true,
    };

    public static Command Create() => new ExampledCommand(
        "verify",
        "Verify a master list of country signing certificates (ICAO Doc 9303-12): its signature to a root, and the signature on every certificate in it. "
        + "Exit code 0 only where the whole list verifies; a link certificate whose issuer is not listed is told, and is not wrong.",
        "rahdari trust verify DE_ML.ml --root CSCA.cer",
        "rahdari trust verify DE_ML.ml --root CSCA.cer --json")
    {
        List, Root,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        var (listFile, rootFile) = (run.Get(List)!, run.Get(Root)!);
        foreach (var (name, file) in new[] { ("list", listFile), ("root", rootFile) })
        {
            if (!File.Exists(file))
                return run.Fail(CliRule.FileNotFound.Broken(name, ("file", file)));
        }
        if (SigningCertificate.Read(await File.ReadAllBytesAsync(rootFile, cancellation)) is not { } root)
            return run.Fail(CliRule.CertificateInvalid.Broken("root", ("file", rootFile)));
        var reading = MasterListReader.Read(await File.ReadAllBytesAsync(listFile, cancellation));
        if (reading.List is not { } list)
            return run.Fail(reading.Findings[0], ExitCode.Invalid);
        var verification = MasterListVerifier.Verify(list, root);
        Finding[] findings = [.. reading.Findings, .. verification.Findings];
        var whole = findings.All(f => f.Severity < Severity.Serious);
        return run.Answer(Json(run, list, verification, findings, whole), paper => Print(run, paper, list, verification, findings, whole), whole ? ExitCode.Ok : ExitCode.Found);
    }

    private static object Json(Run run, MasterList list, MasterListVerification verification, Finding[] findings, bool whole) => new
    {
        Whole = whole,
        list.SignedAt,
        Signer = list.Signer.Subject,
        Certificates = verification.Standings.Select(s => new
        {
            s.Certificate.Country,
            s.Certificate.Subject,
            s.Certificate.Issuer,
            s.Certificate.SerialNumber,
            s.Certificate.NotBefore,
            s.Certificate.NotAfter,
            s.Certificate.KeyAlgorithm,
            s.Certificate.SignatureAlgorithm,
            s.Certificate.Fingerprint,
            s.Standing,
        }),
        Algorithms = Counted(list.Certificates.Select(c => $"{c.KeyAlgorithm}, {c.SignatureAlgorithm}")),
        Standings = Counted(verification.Standings.Select(s => $"{s.Standing}")),
        Findings = findings.Select(f => new { f.Code, f.Severity, Sentence = run.Sentence(f), f.Evidence }),
    };

    private static void Print(Run run, Paper paper, MasterList list, MasterListVerification verification, Finding[] findings, bool whole)
    {
        paper.Pairs(
            (run.Text("Signer"), list.Signer.Subject),
            (run.Text("SignedAt"), list.SignedAt?.ToString("yyyy-MM-dd HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture)));
        paper.Line();
        foreach (var (algorithm, count) in Counted(list.Certificates.Select(c => $"{c.KeyAlgorithm}, {c.SignatureAlgorithm}")))
            paper.Line($"{count,5}  {algorithm}");
        paper.Line();
        foreach (var finding in findings)
            paper.Line($"{run.Text($"Severity{finding.Severity}")}: {run.Sentence(finding)} [{finding.Code}]");
        if (findings.Length > 0)
            paper.Line();
        var counts = Counted(verification.Standings.Select(s => $"{s.Standing}"));
        var parts = counts.Select(c => $"{c.Value} {run.Text($"Standing{c.Key}")}");
        paper.Line($"{run.Text(whole ? "ListWhole" : "ListNotWhole")} {list.Certificates.Count} {run.Text("Certificates")}: {string.Join(run.Text("Comma"), parts)}");
    }

    private static SortedDictionary<string, int> Counted(IEnumerable<string> words) =>
        new(words.GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal), StringComparer.Ordinal);
}
