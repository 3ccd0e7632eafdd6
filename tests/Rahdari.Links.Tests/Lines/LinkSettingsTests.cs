using Rahdari.Links.Lines;
using Rahdari.Links.Tests.Pki;

namespace Rahdari.Links.Tests.Lines;

public sealed class LinkSettingsTests
{
    [Fact]
    public async Task What_is_written_is_read_and_a_site_without_stands_alone()
    {
        await using var sites = await PkiSites.OpenAsync(withAuthority: false);
        Assert.Equal((null, null), LinkSettings.Read(sites.Port.Folder));
        var settings = new LinkSettings { End = LinkEnd.Port, Headquarters = "headquarters", LeafPort = 7000 };
        settings.Write(sites.Port.Folder);
        Assert.Equal((settings, null), LinkSettings.Read(sites.Port.Folder));
    }

    [Fact]
    public async Task A_setting_that_is_left_out_is_its_default()
    {
        await using var sites = await PkiSites.OpenAsync(withAuthority: false);
        await File.WriteAllTextAsync(Path.Combine(sites.Port.Folder.FullPath, LinkSettings.FileName), """{ "end": "Port", "headquarters": "headquarters" }""", TestContext.Current.CancellationToken);
        Assert.Equal((new LinkSettings { End = LinkEnd.Port, Headquarters = "headquarters" }, null), LinkSettings.Read(sites.Port.Folder));
    }

    [Theory]
    [InlineData("headquarters", """{ "end": "Port", "headquarters": "../x" }""")]
    [InlineData("headquarters", """{ "end": "Port", "headquarters": "khi-1" }""")]
    [InlineData("headquarters", """{ "end": "Headquarters", "headquarters": "national-1" }""")]
    [InlineData("leafPort", """{ "end": "Port", "headquarters": "national-1", "leafPort": 0 }""")]
    [InlineData("leafPort", """{ "end": "Port", "headquarters": "national-1", "leafPort": 4222 }""")]
    [InlineData("brokerBytes", """{ "end": "Port", "headquarters": "national-1", "brokerBytes": 1 }""")]
    [InlineData("link.json", """{ "end": "Port" }""")]
    [InlineData("link.json", """{ "end": "Neither", "headquarters": "national-1" }""")]
    [InlineData("link.json", """{ "end": "Port", "headquarters": "national-1", "password": "x" }""")]
    [InlineData("link.json", "null")]
    [InlineData("link.json", "")]
    public async Task What_cannot_be_is_told_with_its_field(string field, string text)
    {
        await using var sites = await PkiSites.OpenAsync(withAuthority: false);
        await File.WriteAllTextAsync(Path.Combine(sites.Port.Folder.FullPath, LinkSettings.FileName), text, TestContext.Current.CancellationToken);
        var (settings, problem) = LinkSettings.Read(sites.Port.Folder);
        Assert.Null(settings);
        Assert.Contains(field, problem, StringComparison.Ordinal);
    }
}
