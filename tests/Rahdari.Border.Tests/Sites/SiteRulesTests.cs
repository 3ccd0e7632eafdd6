using Rahdari.Border.Sites;

namespace Rahdari.Border.Tests.Sites;

/// <summary>A site is not opened on settings that cannot be meant.</summary>
public class SiteRulesTests
{
    private static readonly SiteSettings Sound = new() { Node = "specimen-1", Port = "PKKHI", PortName = "Specimen", Counters = ["A1"] };

    public static TheoryData<string, SiteSettings> Unsound => new()
    {
        { "node", Sound with { Node = "No Name" } },
        { "port", Sound with { Port = "KHI" } },
        { "counters", Sound with { Counters = [] } },
        { "counters", Sound with { Counters = [" "] } },
        { "timeZone", Sound with { TimeZone = "Moon/Sea" } },
        { "country", Sound with { Country = "Pakistan" } },
        { "defaultStayDays", Sound with { DefaultStayDays = 0 } },
        { "advanceDays", Sound with { AdvanceDays = -1 } },
        { "advanceFolder", Sound with { AdvanceFolder = "advance" } },
        { "readers", Sound with { Readers = new Dictionary<string, string> { ["A2"] = "Specimen reader 00 00" } } },
        { "ageOfMajority", Sound with { AgeOfMajority = 31 } },
    };

    [Fact]
    public void A_setting_that_is_left_out_is_its_default()
    {
        var folder = Directory.CreateTempSubdirectory("rahdari-site-").FullName;
        File.WriteAllText(Path.Combine(folder, "site.json"), """{ "node": "specimen-1", "port": "PKKHI", "portName": "Specimen", "counters": ["A1"] }""");
        var read = SiteFolder.Open(folder).Value!.Settings;
        Directory.Delete(folder, recursive: true);
        // Above all those by which nobody would be a minor, and nobody would need an authenticator.
        Assert.Equal((18, true, 30, "PAK"), (read.AgeOfMajority, read.AuthenticatorRequired, read.DefaultStayDays, read.Country));
        Assert.Equal(Sound with { Counters = read.Counters, Readers = read.Readers }, read);
    }

    [Theory]
    [MemberData(nameof(Unsound))]
    public void The_setting_that_breaks_a_rule_is_named(string field, SiteSettings settings) =>
        Assert.Equal(("SITE_SETTINGS_INVALID", field), (SiteRules.Check(settings)?.Code, SiteRules.Check(settings)?.Field));

    [Fact]
    public void Sound_settings_break_none() =>
        Assert.Null(SiteRules.Check(Sound with { AdvanceDays = 0, AdvanceFolder = Path.GetTempPath(), Readers = new Dictionary<string, string> { ["A1"] = "Specimen reader 00 00" } }));
}
