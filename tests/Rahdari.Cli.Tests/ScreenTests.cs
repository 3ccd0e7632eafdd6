using System.Text.Json;

namespace Rahdari.Cli.Tests;

public sealed class ScreenTests
{
    [Fact]
    public async Task A_person_found_by_an_alias_is_explained_to_the_last_point()
    {
        using var folder = new TemporaryFolder();
        var list = folder.Write("un.xml", SpecimenList.Un("2026-01-01", SpecimenList.People));
        var run = await RahdariProcess.RunAsync("screen", "FICTIVUS", "ZEBULON", "--born", "1961-03-02", "--json", "--list", $"un={list}");
        Assert.Equal(1, run.ExitCode);
        var hit = run.Json.GetProperty("hits").EnumerateArray().Single();
        Assert.Equal("un", hit.GetProperty("list").GetString());
        Assert.Equal("SPi.001", hit.GetProperty("reference").GetString());
        Assert.Equal("ZEBULON FICTIVUS", hit.GetProperty("name").GetProperty("text").GetString());
        Assert.Equal("goodAlias", hit.GetProperty("name").GetProperty("kind").GetString());
        Assert.Equal(Points(hit), Sum(hit.GetProperty("parts")), 6);
        Assert.Contains(hit.GetProperty("parts").EnumerateArray(), p => p.GetProperty("kind").GetString() == "dateOfBirth" && p.GetProperty("agreement").GetString() == "equal");
        Assert.Equal(2, hit.GetProperty("alignment").GetArrayLength());

        var people = await RahdariProcess.RunAsync("screen", "FICTIVUS", "ZEBULON", "--born", "1961-03-02", "--list", $"un={list}");
        Assert.Equal(1, people.ExitCode);
        Assert.Contains("SPi.001", people.Output, StringComparison.Ordinal);
        Assert.Contains("good alias", people.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_a_named_entry_is_no_hit_is_told_to_the_last_point()
    {
        using var folder = new TemporaryFolder();
        var list = folder.Write("un.xml", SpecimenList.Un("2026-01-01", SpecimenList.People));
        var run = await RahdariProcess.RunAsync("screen", "ZEBULON QWERTY", "--born", "1990", "--entry", "un/SPi.001", "--json", "--list", $"un={list}");
        Assert.Equal(0, run.ExitCode);
        Assert.False(run.Json.GetProperty("alerts").GetBoolean());
        Assert.Equal("SCREENING_BELOW_THRESHOLD", run.Json.GetProperty("whyNot").GetProperty("code").GetString());
        var match = run.Json.GetProperty("match");
        Assert.Equal(Points(match), Sum(match.GetProperty("parts")), 6);
        Assert.Contains(match.GetProperty("alignment").EnumerateArray(), pair => pair.GetProperty("queried").GetString() == "ZEBULON" && pair.GetProperty("agreement").GetString() == "equal");

        var people = await RahdariProcess.RunAsync("screen", "ZEBULON FICTIVUS", "--born", "1990", "--threshold", "0.9", "--entry", "un/SPi.001", "--list", $"un={list}");
        Assert.Equal(0, people.ExitCode);
        Assert.Contains("It does not alert. Its score, ", people.Output, StringComparison.Ordinal);
        Assert.Contains("90 %", people.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await RahdariProcess.RunAsync("screen", "ZEBULON FICTIVUS", "--entry", "un/SPi.001", "--list", $"un={list}")).ExitCode);
        var nobody = await RahdariProcess.RunAsync("screen", "ZEBULON", "--entry", "un/SPi.999", "--json", "--list", $"un={list}");
        Assert.Equal((4, "WATCHLIST_ENTRY_NOT_FOUND"), (nobody.ExitCode, nobody.ErrorCode));
        Assert.Equal(2, (await RahdariProcess.RunAsync("screen", "ZEBULON", "--entry", "SPi.001", "--list", $"un={list}")).ExitCode);
        Assert.Equal(2, (await RahdariProcess.RunAsync("screen", "ZEBULON", "--entry", "un/SPi.001", "--threshold", "0.5")).ExitCode);
        Assert.Equal(2, (await RahdariProcess.RunAsync("screen", "ZEBULON", "--purpose", "counter")).ExitCode);
        Assert.Equal(2, (await RahdariProcess.RunAsync("screen", "ZEBULON", "--entry", "un/SPi.001", "--purpose", "counter", "--list", $"un={list}")).ExitCode);
    }

    [Fact]
    public async Task Nobody_like_that_ends_with_0()
    {
        using var folder = new TemporaryFolder();
        var list = folder.Write("un.xml", SpecimenList.Un("2026-01-01", SpecimenList.People));
        var run = await RahdariProcess.RunAsync("screen", "QWERTY XYLOPHONE", "--json", "--list", $"un={list}");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0, run.Json.GetProperty("hits").GetArrayLength());
    }

    [Fact]
    public async Task Two_lists_are_screened_together()
    {
        using var folder = new TemporaryFolder();
        var un = folder.Write("un.xml", SpecimenList.Un("2026-01-01", SpecimenList.People));
        var sdn = folder.Write("sdn.csv", SpecimenList.Sdn);
        var run = await RahdariProcess.RunAsync(
            "screen", "SPECIMENSSON OLOF UTOPIUS", "--born", "1961-03-02", "--json", "--list", $"un={un}", "--list", $"ofac={sdn}");
        Assert.Equal(1, run.ExitCode);
        var best = run.Json.GetProperty("hits").EnumerateArray().First();
        Assert.Equal("ofac", best.GetProperty("list").GetString());
        Assert.Equal("90001", best.GetProperty("reference").GetString());
    }

    [Fact]
    public async Task A_broken_list_is_said_with_its_place_and_a_missing_one_is_not_found()
    {
        using var folder = new TemporaryFolder();
        var broken = folder.Write("un.xml", "<CONSOLIDATED_LIST>\n  <INDIVIDUALS>\n  <oops");
        var run = await RahdariProcess.RunAsync("screen", "ANY NAME", "--json", "--list", $"un={broken}");
        Assert.Equal(3, run.ExitCode);
        Assert.True(run.Json.GetProperty("error").GetProperty("evidence").GetProperty("line").GetInt32() >= 3);
        var missing = await RahdariProcess.RunAsync("screen", "ANY NAME", "--json", "--list", $"un={folder["none.xml"]}");
        Assert.Equal((4, "FILE_NOT_FOUND"), (missing.ExitCode, missing.ErrorCode));
        folder.Write("other.xml", SpecimenList.Un("2026-01-01", SpecimenList.People));
        var several = await RahdariProcess.RunAsync("screen", "ANY NAME", "--json", "--list", $"un={folder[""]}");
        Assert.Equal((3, "LIST_FILES_AMBIGUOUS"), (several.ExitCode, several.ErrorCode));
        var unknown = await RahdariProcess.RunAsync("screen", "ANY NAME", "--json", "--list", "nato=list");
        Assert.Equal((2, "LIST_ARGUMENT_INVALID"), (unknown.ExitCode, unknown.ErrorCode));
    }

    [Theory]
    [InlineData("--born", "1971-13-01", "DATE_INVALID")]
    [InlineData("--nationality", "PAKISTAN", "STATE_INVALID")]
    [InlineData("--issuer", "P4K", "STATE_INVALID")]
    public async Task A_value_that_cannot_be_is_named(string option, string value, string code)
    {
        var run = await RahdariProcess.RunAsync("screen", "ANY NAME", option, value, "--json");
        Assert.Equal((3, code), (run.ExitCode, run.ErrorCode));
        Assert.Equal(option, run.Json.GetProperty("error").GetProperty("field").GetString());
    }

    private static double Points(JsonElement hit) => hit.GetProperty("points").GetDouble();

    private static double Sum(JsonElement parts) => parts.EnumerateArray().Sum(Points);
}
