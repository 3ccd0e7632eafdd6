using Rahdari.Border.Sites;
using Rahdari.Cli.Output;
using Rahdari.Node;
using Rahdari.Node.Identity;

namespace Rahdari.Cli.Users;

/// <summary>The users of the site that a command names.</summary>
internal static class SiteUsers
{
    /// <summary>Runs work on the accounts; the site is built and not started, so that nothing listens.</summary>
    public static async Task<int> WithAsync(Run run, Func<UserAccounts, Task<int>> work, CancellationToken cancellation)
    {
        var folder = SiteFolder.Open(run.SiteFolder);
        if (!folder.Succeeded)
            return run.Fail(folder.Problem);
        await using var site = await Site.BuildAsync(folder.Value, "http://127.0.0.1:0", cancellation);
        await using var scope = site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<UserAccounts>());
    }

    /// <summary>Accounts as rows.</summary>
    public static void Print(Run run, Paper paper, IReadOnlyList<Account> accounts) => paper.Rows(
        [run.Text("User"), run.Text("Roles"), run.Text("Port"), run.Text("Locked"), run.Text("TwoFactor")],
        accounts.Select(a => (IReadOnlyList<string>)
        [
            a.Name, string.Join(", ", a.Roles), a.Port ?? "–", run.Text(a.Locked ? "Yes" : "No"), run.Text(a.TwoFactor ? "Yes" : "No"),
        ]));

    /// <summary>Answers with an account and the password made for it, which is shown this once.</summary>
    public static int Answer(Run run, NewAccount made) => run.Answer(made, paper =>
    {
        Print(run, paper, [made.Account]);
        if (made.Password is { } password)
            paper.Line(run.Text("PasswordOnce", password));
    });
}
