using System.CommandLine;
using Rahdari.Border;
using Rahdari.Border.Trust;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;
using Rahdari.Documents.Trust;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari trust import</c>: a master list becomes the version in force of its publisher.</summary>
internal static class TrustImportCommand
{
    private static readonly Argument<string> List = new("LIST") { Description = "The master list (.ml), as published." };

    private static readonly Option<string> Root = new("--root") { Description = "The publisher's country signing certificate, obtained apart from the list.", HelpName = "CSCA", Required = true };

    private static readonly Option<bool> AllowShrink = new("--allow-shrink") { Description = "Accept a list that loses more than a tenth of its certificates." };

    private static readonly Option<bool> AllowOlder = new("--allow-older") { Description = "Accept a list that was signed before the one in force." };

    public static Command Create() => new ExampledCommand(
        "import",
        "Import a master list of country signing certificates. It comes into force where all of it verifies to the root; otherwise nothing changes.",
        "rahdari trust import DE_ML.ml --root CSCA.cer --site /srv/rahdari")
    {
        List, Root, AllowShrink, AllowOlder,
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
        var list = await File.ReadAllBytesAsync(listFile, cancellation);
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var imported = await session.Get<TrustStore>().ImportAsync(list, root, Actor.CommandLine, run.Get(AllowShrink), run.Get(AllowOlder), cancellation);
                return imported.Succeeded
                    ? run.Answer(imported.Value, paper => TrustListCommand.Print(run, paper, [imported.Value]))
                    : run.Fail(imported.Problem);
            },
            cancellation);
    }
}
