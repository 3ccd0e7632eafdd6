using System.Diagnostics;
using Rahdari.Links.Brokers;
using Rahdari.Links.Lines;
using Rahdari.Links.Pki;
using Rahdari.Links.Tests.Pki;

namespace Rahdari.Links.Tests.Brokers;

public sealed class BrokerFilesTests
{
    private static readonly LinkSettings OfPort = new() { End = LinkEnd.Port, Headquarters = "headquarters" };
    private static readonly LinkSettings OfHeadquarters = new() { End = LinkEnd.Headquarters, Headquarters = "headquarters" };

    [Fact]
    public async Task The_broker_takes_what_is_written_for_it()
    {
        const string Server = "/usr/sbin/nats-server";
        Assert.SkipUnless(File.Exists(Server), "nats-server is not installed; ./test installs it.");
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        foreach (var (site, settings) in new[] { (sites.Port.Folder, OfPort), (sites.Port.Folder, OfHeadquarters with { Headquarters = "khi-1" }) })
        {
            var broker = new BrokerFiles(site, settings);
            Assert.True(broker.Write(["lhe-1", "pew-1"]));
            Assert.False(broker.Write(["pew-1", "lhe-1"]));
            using var check = Process.Start(new ProcessStartInfo(Server, ["-t", "-c", broker.Configuration]) { RedirectStandardError = true })!;
            var told = await check.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await check.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(check.ExitCode == 0, told);
        }
    }

    [Fact]
    public async Task Its_passwords_are_its_owners_alone_and_stay()
    {
        await using var sites = await PkiSites.OpenAsync();
        var broker = new BrokerFiles(sites.Headquarters.Folder, OfHeadquarters);
        broker.Write(["khi-1"]);
        var password = broker.Password("khi-1");
        Assert.Equal(password, new BrokerFiles(sites.Headquarters.Folder, OfHeadquarters).Password("khi-1"));
        Assert.NotEqual(password, broker.Password("lhe-1"));
        Assert.Contains(password, await File.ReadAllTextAsync(broker.Configuration, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(broker.Folder), file => Assert.Null(PrivateFiles.Loose(file)));
        Assert.Null(PrivateFiles.LooseFolder(broker.Folder));
    }

    [Fact]
    public async Task A_broker_has_room_for_every_node_and_begins_anew_with_another_certificate()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        var broker = new BrokerFiles(sites.Port.Folder, OfHeadquarters with { Headquarters = "khi-1" });
        string[] nodes = [.. Enumerable.Range(1, 50).Select(i => $"port-{i}")];
        Assert.True(broker.Write(nodes));
        var text = await File.ReadAllTextAsync(broker.Configuration, TestContext.Current.CancellationToken);
        var room = long.Parse(System.Text.RegularExpressions.Regex.Match(text, "max_file: ([0-9]+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(room >= nodes.Length * BrokerFiles.HubStreamBytes);

        var renewal = PkiSites.Value(await sites.Node.RenewAsync(PkiSites.Administrator));
        PkiSites.Value(await sites.Node.InstallAsync(PkiSites.Value(await sites.Authority.IssueAsync(renewal, PkiSites.Administrator)).File, null, PkiSites.Administrator));
        Assert.True(broker.Write(nodes));
        Assert.False(broker.Write(nodes));
    }

    [Fact]
    public async Task Who_takes_part_no_more_has_no_account()
    {
        await using var sites = await PkiSites.OpenAsync();
        var broker = new BrokerFiles(sites.Headquarters.Folder, OfHeadquarters);
        broker.Write(["khi-1", "lhe-1"]);
        Assert.True(broker.Write(["lhe-1"]));
        var text = await File.ReadAllTextAsync(broker.Configuration, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("khi-1", text, StringComparison.Ordinal);
        Assert.Contains("CN=lhe-1,O=Rahdari,C=PK", text, StringComparison.Ordinal);
    }
}
