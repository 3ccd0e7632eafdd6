namespace Rahdari.Border.Tests.ExitControl;

public class ExitScenarioTests
{
    public static TheoryData<string> Texts => [.. ExitScenarios.Groups.SelectMany(group => group.Scenarios).Select(scenario => scenario.Text)];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task The_officer_is_told(string scenario)
    {
        var chosen = ExitScenarios.Groups.SelectMany(group => group.Scenarios).Single(s => s.Text == scenario);
        Assert.Equal(chosen.Expected, await chosen.RunAsync());
    }

    [Fact]
    public void The_page_of_scenarios_is_that_of_the_tests()
    {
        var page = new List<string>
        {
            "# Scenarios of exit control",
            "",
            "What an officer is told when somebody leaves: *clear*, *ask* or *refer* to the second line, with the codes of the reasons. Each line is a test that is run",
            "through the counter's own code (`tests/Rahdari.Border.Tests/ExitControl/ExitScenarios.cs`); who thinks that a line is wrong in law need read no code.",
        };
        foreach (var (title, scenarios) in ExitScenarios.Groups)
            page.AddRange(["", $"## {title}", "", "| on record, and at the counter | the officer is told |", "|---|---|", .. scenarios.Select(s => $"| {s.Text} | {s.Expected.TrimEnd(':')} |")]);
        var path = Path.Combine(ReadmeExample.Root(), "docs/exit-control-scenarios.md");
        if (Environment.GetEnvironmentVariable("RAHDARI_WRITE_PAGES") is not null)
            File.WriteAllText(path, string.Join('\n', page) + "\n");
        Assert.Equal(string.Join('\n', page) + "\n", File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
