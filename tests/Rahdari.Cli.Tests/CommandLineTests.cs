namespace Rahdari.Cli.Tests;

public sealed class CommandLineTests
{
    public static TheoryData<string> Commands => new(
        "inspect", "screen", "serve", "verify", "backup", "restore", "demo", "site init",
        "watchlist import", "watchlist list", "watchlist versions", "watchlist changes", "watchlist show", "policy show", "policy preview", "policy propose",
        "screening rerun", "screening runs", "screening cancel", "screening alerts",
        "user add", "user list", "user reset", "user lock", "user unlock", "user roles",
        "permission list", "permission show", "permission issue", "permission import", "permission revoke", "extension list", "extension grant", "extension revoke",
        "entry-rules show", "entry-rules versions", "entry-rules publish",
        "indicators show", "indicators versions", "indicators publish", "indicators scan", "indicators found",
        "crossing list", "crossing show", "crossing correct", "conveyance list",
        "exit orders", "exit order", "exit lift", "exit consents", "exit consent", "exit clearances", "exit clearance", "exit contacts");

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_has_help_with_examples_and_exit_codes(string command)
    {
        var run = await RahdariProcess.RunAsync([.. command.Split(' '), "--help"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"rahdari {command}", run.Output[run.Output.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("Exit codes:", run.Output, StringComparison.Ordinal);
        Assert.Contains("--json", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task The_help_of_the_whole_names_every_command()
    {
        var run = await RahdariProcess.RunAsync("--help");
        Assert.All(Commands, row => Assert.Contains($"  {row.Data.Split(' ')[0]}", run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_version_is_said()
    {
        var run = await RahdariProcess.RunAsync("--version");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("inspect --nonsense")]
    [InlineData("site init")]
    [InlineData("watchlist import nato list.xml")]
    [InlineData("crossing list --take 0")]
    [InlineData("crossing list --take ten")]
    [InlineData("screen NAME --threshold 2")]
    [InlineData("verify --anchor 12:zz")]
    [InlineData("user add someone --role king")]
    [InlineData("inspect --lang fr")]
    public async Task Wrong_usage_ends_with_2_and_says_so_as_JSON_or_on_standard_error(string line)
    {
        var json = await RahdariProcess.RunAsync([.. line.Split(' '), "--json"]);
        Assert.Equal((2, "USAGE"), (json.ExitCode, json.ErrorCode));
        Assert.Empty(json.Error);
        var people = await RahdariProcess.RunAsync(line.Split(' '));
        Assert.Equal(2, people.ExitCode);
        Assert.Empty(people.Output);
        Assert.Contains("[USAGE]", people.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("verify")]
    [InlineData("crossing list")]
    [InlineData("user list")]
    [InlineData("watchlist list")]
    [InlineData("backup somewhere.zip")]
    [InlineData("screen SPECIMEN NAME")]
    public async Task A_folder_without_a_site_is_not_found(string line)
    {
        using var folder = new TemporaryFolder();
        var run = await RahdariProcess.RunAsync([.. line.Split(' '), "--json", "--site", folder["nothing"]]);
        Assert.Equal((4, "SITE_NOT_FOUND"), (run.ExitCode, run.ErrorCode));
        Assert.NotEqual("SITE_NOT_FOUND", run.Json.GetProperty("error").GetProperty("message").GetString());
        Assert.False(Directory.Exists(folder["nothing"]));
    }
}
