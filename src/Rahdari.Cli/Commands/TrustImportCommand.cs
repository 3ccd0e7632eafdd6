using System.CommandLine;
using Rahdari.Border.Trust;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;
using Rahdari.Documents.Trust;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari trust import</c>: master lists, signers and revocation lists come into force.</summary>
internal static class TrustImportCommand
{
    private const int MostLeftOut = 20;

    private static readonly Argument<string> List = new("FILE") { Description = "A master list (.ml), a download of ICAO's Public Key Directory (.ldif) or a revocation list (.crl), as published." };

    private static readonly Option<string> Root = new("--root") { Description = "Of a master list: the publisher's country signing certificate, obtained apart from the list. Not needed where it is in force already.", HelpName = "CSCA" };

    private static readonly Option<bool> AllowShrink = new("--allow-shrink") { Description = "Accept a list that loses more than a tenth of its certificates." };

    private static readonly Option<bool> AllowOlder = new("--allow-older") { Description = "Accept a list that was signed before the one in force, or a download of a lower number." };

    public static Command Create() => new ExampledCommand(
        "import",
        "Import what chips and seals are verified against. A master list comes into force where all of it verifies to its root. Of a download of the Public Key "
        + "Directory every list, signer and revocation list that leads to an authority in force comes into force; what does not is told and left out.",
        "rahdari trust import DE_ML.ml --root CSCA.cer --site /srv/rahdari",
        "rahdari trust import icaopkd-001-complete.ldif",
        "rahdari trust import PAK.crl")
    {
        List, Root, AllowShrink, AllowOlder,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        var (listFile, rootFile) = (run.Get(List)!, run.Get(Root));
        foreach (var (name, file) in new[] { ("list", listFile), ("root", rootFile) })
        {
            if (file is not null && !File.Exists(file))
                return run.Fail(CliRule.FileNotFound.Broken(name, ("file", file)));
        }
        var root = rootFile is null ? null : SigningCertificate.Read(await File.ReadAllBytesAsync(rootFile, cancellation));
        if (rootFile is not null && root is null)
            return run.Fail(CliRule.CertificateInvalid.Broken("root", ("file", rootFile)));
        if (new FileInfo(listFile).Length > TrustImporter.LargestBytes)
            return run.Fail(TrustRule.ListTooLarge.Found("list", $"{new FileInfo(listFile).Length}", $"{TrustImporter.LargestBytes}"));
        var list = await File.ReadAllBytesAsync(listFile, cancellation);
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var imported = await session.Get<TrustImporter>().ImportAsync(list, root, Actor.CommandLine, run.Get(AllowShrink), run.Get(AllowOlder), cancellation);
                return imported.Succeeded ? run.Answer(Json(run, imported.Value), paper => Print(run, paper, imported.Value)) : run.Fail(imported.Problem);
            },
            cancellation);
    }

    private static object Json(Run run, TrustImport import) => new
    {
        Lists = import.Versions,
        import.Revocations,
        LeftOut = import.LeftOut.Select(f => new { f.Code, f.Severity, Sentence = run.Sentence(f), f.Evidence }),
    };

    private static void Print(Run run, Paper paper, TrustImport import)
    {
        if (import.Versions.Count > 0)
            TrustListCommand.Print(run, paper, import.Versions);
        if (import.Revocations.Count > 0)
            TrustListCommand.Print(run, paper, import.Revocations);
        foreach (var finding in import.LeftOut.Take(MostLeftOut))
            paper.Line($"{run.Text($"Severity{finding.Severity}")}: {run.Sentence(finding)} [{finding.Code}]");
        if (import.LeftOut.Count > 0)
            paper.Line(run.Text("LeftOut", import.LeftOut.Count, Math.Min(MostLeftOut, import.LeftOut.Count)));
    }
}
