using System.CommandLine;
using System.Globalization;
using Rahdari.Border.Trust;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari trust list</c>: the master lists in force, or the certificates of a State.</summary>
internal static class TrustListCommand
{
    private static readonly Option<string> Country = new("--country") { Description = "The certificates of this State (two letters) instead of the lists.", HelpName = "STATE" };

    public static Command Create() => new ExampledCommand(
        "list",
        "The master list and signers in force of each publisher and the revocation lists, or with --country the certificates of a State.",
        "rahdari trust list",
        "rahdari trust list --country PK --json")
    {
        Country,
    }.Does((run, cancellation) => SiteSession.WithAsync(run, session => ListAsync(run, session, cancellation), cancellation));

    /// <summary>Versions as a table.</summary>
    public static void Print(Run run, Paper paper, IReadOnlyList<TrustVersion> versions) => paper.Rows(
        [run.Text("Publisher"), run.Text("Version"), run.Text("SignedAt"), run.Text("Certificates"), run.Text("Added"), run.Text("Removed")],
        versions.Select(v => new[] { v.Publisher, $"{v.Number}", v.SignedAt is { } signed ? Day(signed) : v.Edition is { } edition ? $"{edition}" : "–", $"{v.Certificates}", $"{v.Added}", $"{v.Removed}" }));

    /// <summary>Revocation lists as a table.</summary>
    public static void Print(Run run, Paper paper, IReadOnlyList<RevocationVersion> lists) => paper.Rows(
        [run.Text("RevocationList"), run.Text("Issued"), run.Text("NextDue"), run.Text("Revoked")],
        lists.Select(l => new[] { l.Issuer, Day(l.ThisUpdate), l.NextUpdate is { } next ? Day(next) : "–", $"{l.Revoked}" }));

    private static async Task<int> ListAsync(Run run, SiteSession session, CancellationToken cancellation)
    {
        var store = session.Get<TrustStore>();
        if (run.Get(Country) is not { } country)
        {
            var versions = await store.VersionsAsync(Actor.CommandLine, cancellation);
            var revocations = await store.RevocationsAsync(Actor.CommandLine, cancellation);
            if (!versions.Succeeded || !revocations.Succeeded)
                return run.Fail((versions.Problem ?? revocations.Problem)!);
            return run.Answer(new { Lists = versions.Value, Revocations = revocations.Value }, paper =>
            {
                Print(run, paper, versions.Value);
                if (revocations.Value.Count > 0)
                    Print(run, paper, revocations.Value);
            });
        }
        var page = await store.CertificatesAsync(country, 0, int.MaxValue, Actor.CommandLine, cancellation);
        return page.Succeeded
            ? run.Answer(new { Certificates = page.Value.Items }, paper => paper.Rows(
                [run.Text("Subject"), run.Text("ValidFrom"), run.Text("ValidUntil"), run.Text("Key"), run.Text("Signature"), "SHA-256"],
                page.Value.Items.Select(c => new[] { c.Subject, Day(c.NotBefore), Day(c.NotAfter), c.KeyAlgorithm, c.SignatureAlgorithm, c.Fingerprint })))
            : run.Fail(page.Problem);
    }

    private static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
