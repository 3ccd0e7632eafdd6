using System.CommandLine;
using System.Globalization;
using Rahdari.Border.Ledger;
using Rahdari.Casework.Ledger;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari verify</c>: walks the signed chain and names each record changed, deleted, inserted or reordered.</summary>
internal static class VerifyCommand
{
    private static readonly Option<string> Anchor = AnchorOption("--anchor", "A head noted earlier, which must still be in the chain.");
    private static readonly Option<string> CaseworkAnchor = AnchorOption("--casework-anchor", "The same of the cases' chain.");
    private static readonly Option<string> ShelterAnchor = AnchorOption("--shelter-anchor", "The same of the victims' store.");

    public static Command Create() => new ExampledCommand(
        "verify",
        "Walk the signed hash chain of a site and compare its tables with it. Exit code 1 where there is a fault.",
        "rahdari verify --site /srv/rahdari",
        "rahdari verify --anchor 1042:9f2c… --json")
    {
        Anchor, CaseworkAnchor, ShelterAnchor,
    }.Does((run, cancellation) => SiteSession.WithAsync(run, session => VerifyAsync(run, session, cancellation), cancellation));

    private static async Task<int> VerifyAsync(Run run, SiteSession session, CancellationToken cancellation)
    {
        var verified = await run.WithProgressAsync("Verifying", session.Folder.Settings.Node, progress =>
            session.Get<LedgerVerifier>().VerifyAsync(run.Get(Anchor), Actor.CommandLine, progress, cancellation));
        if (verified.Value is not { } result)
            return run.Fail(verified.Problem!);
        var casework = await session.Get<CaseworkVerifier>().VerifyAsync(run.Get(CaseworkAnchor), run.Get(ShelterAnchor), Actor.CommandLine, cancellation);
        if (casework.Value is not { } cases)
            return run.Fail(casework.Problem!);
        var faults = result.Faults.Concat(cases.Faults).ToArray();
        return run.Answer(
            new
            {
                result.Node,
                result.Checked,
                result.Head,
                result.HeadHash,
                Anchor = AnchorOf(result),
                Casework = new { cases.Cases.Checked, cases.Cases.Head, cases.Cases.HeadHash, Anchor = AnchorOf(cases.Cases) },
                Shelter = new { cases.Shelter.Checked, cases.Shelter.Head, cases.Shelter.HeadHash, Anchor = AnchorOf(cases.Shelter) },
                Faults = faults,
            },
            paper =>
            {
                foreach (var fault in faults)
                    paper.Line($"{fault.Code}\t{fault.Sequence?.ToString(CultureInfo.InvariantCulture) ?? "–"}\t{fault.Id?.ToString() ?? "–"}\t{fault.Detail}");
                paper.Line(run.Text(result.Faults.Count == 0 ? "ChainWhole" : "ChainFaulty", result.Node, result.Checked, result.Faults.Count));
                paper.Line(run.Text("CaseworkWhole", cases.Cases.Checked + cases.Shelter.Checked, cases.Faults.Count));
                if (AnchorOf(cases.Cases) is { } casesHead)
                    paper.Line(run.Text("NoteCaseworkHead", casesHead));
                if (AnchorOf(cases.Shelter) is { } shelterHead)
                    paper.Line(run.Text("NoteShelterHead", shelterHead));
                if (AnchorOf(result) is { } head)
                    paper.Line(run.Text("NoteHead", head));
            },
            faults.Length == 0 ? ExitCode.Ok : ExitCode.Found);
    }

    private static string? AnchorOf(LedgerVerification chain) => chain.HeadHash is null ? null : $"{chain.Head}:{chain.HeadHash}";

    private static Option<string> AnchorOption(string name, string description)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = "SEQ:HASH",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { } text
                || text.Split(':') is not [{ Length: > 0 } sequence, { Length: 64 } hash]
                || !sequence.All(char.IsAsciiDigit)
                || !hash.All(char.IsAsciiHexDigit))
                result.AddError($"{name} is SEQ:HASH, a number and 64 hexadecimal digits.");
        });
        return option;
    }
}
