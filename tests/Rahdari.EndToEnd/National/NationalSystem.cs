using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Rahdari.Border;
using Rahdari.Border.Audit;
using Rahdari.Border.Sites;
using Rahdari.EndToEnd.Faults;
using Rahdari.Links.Lines;
using Rahdari.Links.Pki;
using Rahdari.Node.Identity;

namespace Rahdari.EndToEnd.National;

/// <summary>Headquarters on PostgreSQL and ports on SQLite, certified and linked, each on a machine of its own.</summary>
internal sealed class NationalSystem : IAsyncDisposable
{
    private const string Password = "specimen-password-1";

    private const int DiskMegabytes = 192;

    /// <summary>So long whatever is mended may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder folder = new();
    private readonly List<string> disks = [];

    private ServiceProvider? services;

    private NationalSystem()
    {
    }

    public NationalNetwork Network { get; private set; } = null!;

    /// <summary>The machine that is headquarters by now.</summary>
    public NationalNode Headquarters { get; private set; } = null!;

    public IReadOnlyList<NationalNode> Ports { get; private set; } = [];

    public NationalAuthority Authority { get; private set; } = null!;

    /// <summary>True where each port has a disk of its own, which can be filled.</summary>
    public bool HasDisks => disks.Count > 0;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="ports">How many; at most nine.</param>
    /// <param name="others">Further machines on the network, behind the ports.</param>
    public static async Task<NationalSystem> StartAsync(int ports, params string[] others)
    {
        var system = new NationalSystem();
        string[] codes = ["KHI", "LHE", "ISB", "PEW", "UET", "MUX", "SKT", "LYP", "GWD"];
        string[] names = ["national-1", .. codes.Take(ports).Select(code => $"{code.ToLowerInvariant()}-1"), .. others];
        system.Network = await NationalNetwork.OpenAsync(names);
        try
        {
            var headquarters = Make(system.folder, names[0], "PKRWP", await NewDatabaseAsync());
            new LinkSettings { End = LinkEnd.Headquarters, Headquarters = names[0] }.Write(headquarters);
            var authority = await system.OpenAuthorityAsync(headquarters);
            Assert.True((await authority.InitAsync("PAK", null, null, Actor.CommandLine, Cancellation)).Succeeded);
            await EnrolAsync(authority, headquarters);
            await AddUsersAsync(headquarters, ("auditor1", Roles.Auditor), ("keeper1", Roles.ExitControl));
            system.Headquarters = new NationalNode(system.Network, 0, headquarters, headquarters.PostgresConnection);
            var made = new List<NationalNode>();
            for (var i = 1; i <= ports; i++)
            {
                await system.MountAsync(names[i]);
                var port = Make(system.folder, names[i], $"PK{codes[i - 1]}", null);
                new LinkSettings { End = LinkEnd.Port, Headquarters = names[0] }.Write(port);
                await EnrolAsync(authority, port);
                await AddUsersAsync(port, ("officer1", Roles.Officer));
                made.Add(new NationalNode(system.Network, i, port, null));
            }
            system.Ports = made;
            await Task.WhenAll([system.Headquarters.StartAsync(), .. made.Select(port => port.StartAsync())]);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Headquarters' machine is lost, with folder, broker and database, and made again of a backup as the guide to recovery says.</summary>
    public async Task LoseHeadquartersAsync(string backup)
    {
        await Headquarters.DisposeAsync();
        await services!.DisposeAsync();
        var path = Headquarters.Folder.FullPath;
        Directory.Delete(path, recursive: true);
        var database = await NewDatabaseAsync();
        using (var restore = RahdariProcess.Start(database, ["restore", backup, "--json", "--site", path]))
        {
            restore.StandardInput.Close();
            var (said, problem) = (restore.StandardOutput.ReadToEndAsync(Cancellation), restore.StandardError.ReadToEndAsync(Cancellation));
            await restore.WaitForExitAsync(Cancellation);
            Assert.True(restore.ExitCode == 0, await said + await problem);
        }
        var folder = SiteFolder.Open(path, database).Value!;
        await EnrolAsync(await OpenAuthorityAsync(folder), folder);
        Headquarters = new NationalNode(Network, 0, folder, database);
        await Headquarters.StartAsync();
    }

    public static Task<HttpClient> SignInAsync(NationalNode node, string name = "officer1") => node.SignInAsync(name, Password);

    /// <summary>A counter's program at a port, which signs in anew where a clock that jumped ended its session.</summary>
    public static async Task<CounterClient> CounterAsync(NationalNode port)
    {
        var client = await SignInAsync(port);
        return new CounterClient(client, () => NationalNode.SignInAsync(client, "officer1", Password));
    }

    /// <summary>What the page of nodes says is to be looked after at a node.</summary>
    public static async Task<IReadOnlyList<string?>> AlertsAsync(HttpClient auditor, string node) =>
    [
        .. (await auditor.GetFromJsonAsync<JsonElement>("/api/v1/nodes", Cancellation)).GetProperty("nodes").EnumerateArray().Where(of => of.GetProperty("node").GetString() == node)
            .SelectMany(of => of.GetProperty("alerts").EnumerateArray()).Select(alert => alert.GetString()),
    ];

    /// <summary>Waits until headquarters has all that a port has signed by now.</summary>
    public async Task ArrivedAsync(NationalNode port)
    {
        var heads = $"SELECT sequence FROM ledger_heads WHERE node = '{port.Name}'";
        var head = Number((await port.QueryAsync(heads)).Single());
        await UntilAsync(async () => (await Headquarters.QueryAsync(heads)).Any(received => Number(received) >= head), $"headquarters has the {head} records of {port.Name}");

        static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>Waits until something holds; fails where it does not within some minutes.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        for (var wait = Stopwatch.StartNew(); !await holds(); await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation))
            Assert.True(wait.Elapsed < Patience, $"Not within {Patience}: {what}.");
    }

    /// <summary>What a variable of the environment says, for a longer run than that of each day.</summary>
    public static int Given(string variable, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : otherwise;

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Ports.Append(Headquarters).OfType<NationalNode>())
            await node.DisposeAsync();
        await Network.DisposeAsync();
        if (services is not null)
            await services.DisposeAsync();
        foreach (var disk in disks)
            await NationalNetwork.TryAsync("umount", "--lazy", disk);
        folder.Dispose();
    }

    private async Task<NationalAuthority> OpenAuthorityAsync(SiteFolder headquarters)
    {
        services = await OpenAsync(headquarters);
        return Authority = new NationalAuthority(headquarters, services.GetRequiredService<AuditLog>(), TimeProvider.System);
    }

    /// <summary>A disk of its own for a port, where this machine lets us.</summary>
    private async Task MountAsync(string node)
    {
        Directory.CreateDirectory(folder[node]);
        if (await NationalNetwork.TryAsync("mount", "-t", "tmpfs", "-o", $"size={DiskMegabytes}m,mode=0700", "tmpfs", folder[node]))
            disks.Add(folder[node]);
    }

    private static SiteFolder Make(TemporaryFolder folder, string node, string port, string? postgres)
    {
        var settings = new SiteSettings { Node = node, Port = port, PortName = $"Specimen {node}", Counters = ["A1"], AuthenticatorRequired = false, RescreeningHour = null, IndicatorsHour = null };
        var made = SiteFolder.Create(folder[node], settings, postgres);
        Assert.True(made.Succeeded, made.Problem?.Code);
        return made.Value;
    }

    private static async Task EnrolAsync(NationalAuthority authority, SiteFolder site)
    {
        var invitation = await authority.InviteAsync(site.Settings.Node, site.Settings.Port, 1, Actor.CommandLine, Cancellation);
        Assert.True(invitation.Succeeded, invitation.Problem?.Code);
        await using var services = await OpenAsync(site);
        var enrolment = new NodeEnrolment(site, services.GetRequiredService<AuditLog>(), TimeProvider.System);
        var request = await enrolment.RequestAsync(invitation.Value.Code, Actor.CommandLine, Cancellation);
        Assert.True(request.Succeeded, request.Problem?.Code);
        var issued = await authority.IssueAsync(request.Value, Actor.CommandLine, Cancellation);
        Assert.True(issued.Succeeded, issued.Problem?.Code);
        var installed = await enrolment.InstallAsync(issued.Value.File, invitation.Value.Code, Actor.CommandLine, Cancellation);
        Assert.True(installed.Succeeded, installed.Problem?.Code);
    }

    public static async Task<ServiceProvider> OpenAsync(SiteFolder site)
    {
        var services = new ServiceCollection().AddBorder(site).BuildServiceProvider();
        await services.OpenBorderAsync(Cancellation);
        return services;
    }

    private static async Task AddUsersAsync(SiteFolder site, params (string Name, string Role)[] users)
    {
        await using var built = await Node.Site.BuildAsync(site, "http://127.0.0.1:0", Cancellation);
        await using var scope = built.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserAccounts>();
        foreach (var (name, role) in users)
        {
            var user = await accounts.CreateAsync(name, [role], role == Roles.Auditor ? UserAccounts.AllPorts : site.Settings.Port, Password, Actor.CommandLine);
            Assert.True(user.Succeeded, user.Problem?.Code);
        }
    }

    /// <summary>A database by the server's socket, which every namespace of this machine reaches.</summary>
    private static async Task<string> NewDatabaseAsync()
    {
        var database = await ServedSite.NewDatabaseAsync();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancellation);
        await using var where = new NpgsqlCommand("SHOW unix_socket_directories", connection);
        return new NpgsqlConnectionStringBuilder(database) { Host = (string)(await where.ExecuteScalarAsync(Cancellation))! }.ToString();
    }
}
