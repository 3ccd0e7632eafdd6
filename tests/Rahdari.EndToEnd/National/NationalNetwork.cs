using System.Diagnostics;

namespace Rahdari.EndToEnd.National;

/// <summary>Machines of the country on one: a network namespace for each, joined by a switch, whose lines can be cut and made bad. Needs root and iproute2.</summary>
internal sealed class NationalNetwork : IAsyncDisposable
{
    private const int OwnPlace = 250;
    private const string Bridge = "br0";

    private readonly int number = Random.Shared.Next(0x10000);
    private readonly List<string> spaces = [];
    private bool isJoined;

    private NationalNetwork()
    {
    }

    private string Id => $"{number:x4}";

    private string Switch => $"rw{Id}";

    // Of RFC 2544: nobody's real network.
    private string Subnet => $"198.{18 + (number >> 15)}.{number >> 7 & 0xff}";

    /// <summary>The address of a machine.</summary>
    public string Address(int machine) => $"{Subnet}.{machine + 1}";

    /// <summary>The address at which the test itself is on the network, once it joined.</summary>
    public string OwnAddress => $"{Subnet}.{OwnPlace}";

    /// <summary>A network of some machines; each finds the others by their names.</summary>
    public static async Task<NationalNetwork> OpenAsync(params string[] names)
    {
        Assert.SkipUnless(Environment.UserName == "root" && File.Exists("/usr/sbin/ip") && File.Exists("/usr/sbin/nats-server"), "Namespaces need root, iproute2 and nats-server; ./test installs the two.");
        var network = new NationalNetwork();
        Assert.SkipUnless(await TryAsync("ip", "netns", "add", network.Switch) && await TryAsync("ip", "netns", "del", network.Switch), "This machine lets nobody make a network namespace (a container without CAP_SYS_ADMIN?).");
        try
        {
            await network.AddAsync(network.Switch);
            await InAsync(network.Switch, "ip", "link", "add", Bridge, "type", "bridge");
            await InAsync(network.Switch, "ip", "link", "set", Bridge, "up");
            for (var i = 0; i < names.Length; i++)
                await network.JoinAsync(i, names);
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts the test's own machine on the network, as a stranger who found a socket.</summary>
    public async Task JoinAsync()
    {
        var own = $"rt{Id}";
        await RunAsync("ip", "link", "add", own, "type", "veth", "peer", "name", own, "netns", Switch);
        isJoined = true;
        await RunAsync("ip", "address", "add", $"{OwnAddress}/24", "dev", own);
        await RunAsync("ip", "link", "set", own, "up");
        await InAsync(Switch, "ip", "link", "set", own, "master", Bridge);
        await InAsync(Switch, "ip", "link", "set", own, "up");
    }

    /// <summary>Lets a machine find another at another address from now on.</summary>
    public async Task MisleadAsync(int machine, string name, string address)
    {
        var hosts = $"/etc/netns/{Space(machine)}/hosts";
        var lines = (await File.ReadAllLinesAsync(hosts)).Where(line => !line.EndsWith($" {name}", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(hosts, lines.Append($"{address} {name}"));
    }

    /// <summary>Starts a program on a machine.</summary>
    public ProcessStartInfo On(int machine, string program, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("ip") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in (ReadOnlySpan<string>)["netns", "exec", Space(machine), program, .. arguments])
            start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>Pulls a machine's cable.</summary>
    public Task CutAsync(int machine) => InAsync(Switch, "ip", "link", "set", Port(machine), "down");

    /// <summary>Plugs it in again.</summary>
    public Task HealAsync(int machine) => InAsync(Switch, "ip", "link", "set", Port(machine), "up");

    /// <summary>Makes a machine's line bad for a while: packets late, lost, twice and out of order.</summary>
    /// <returns>What became of the packets.</returns>
    public async Task<string> SpoilAsync(int machine, TimeSpan longer, int seed, CancellationToken cancellation)
    {
        // From the machine to a switch of its own, and from there by the bad line to the others' switch.
        string between = $"s{Id}-{machine}", near = $"n{Id}-{machine}", far = $"f{Id}-{machine}";
        using var line = BadLine.Open(near, far, seed);
        await InAsync(Switch, "ip", "link", "add", between, "type", "bridge");
        await InAsync(Switch, "ip", "link", "set", between, "up");
        foreach (var (end, bridge) in new[] { (near, between), (far, Bridge) })
        {
            await RunAsync("ip", "link", "set", end, "netns", Switch);
            await InAsync(Switch, "ip", "link", "set", end, "up", "master", bridge);
        }
        var passing = line.PassAsync();
        await InAsync(Switch, "ip", "link", "set", Port(machine), "master", between);
        try
        {
            await Task.Delay(longer, cancellation);
        }
        finally
        {
            await InAsync(Switch, "ip", "link", "set", Port(machine), "master", Bridge);
            line.End();
            foreach (var made in new[] { near, far, between })
                await InAsync(Switch, "ip", "link", "del", made);
            await passing;
        }
        return line.Done;
    }

    public async ValueTask DisposeAsync()
    {
        if (isJoined)
            await RunAsync("ip", "link", "del", $"rt{Id}");
        foreach (var space in spaces)
        {
            await RunAsync("ip", "netns", "del", space);
            if (Directory.Exists($"/etc/netns/{space}"))
                Directory.Delete($"/etc/netns/{space}", recursive: true);
        }
    }

    private string Space(int machine) => $"rn{Id}-{machine}";

    private string Port(int machine) => $"p{Id}-{machine}";

    private async Task AddAsync(string space)
    {
        await RunAsync("ip", "netns", "add", space);
        spaces.Add(space);
        await InAsync(space, "ip", "link", "set", "lo", "up");
    }

    private async Task JoinAsync(int machine, string[] names)
    {
        var space = Space(machine);
        Directory.CreateDirectory($"/etc/netns/{space}");
        await File.WriteAllLinesAsync($"/etc/netns/{space}/hosts", ["127.0.0.1 localhost", .. names.Select((name, i) => $"{Address(i)} {name}")]);
        await AddAsync(space);
        await RunAsync("ip", "link", "add", "eth0", "netns", space, "type", "veth", "peer", "name", Port(machine), "netns", Switch);
        await InAsync(space, "ip", "address", "add", $"{Address(machine)}/24", "dev", "eth0");
        await InAsync(space, "ip", "link", "set", "eth0", "up");
        await InAsync(Switch, "ip", "link", "set", Port(machine), "master", Bridge);
        await InAsync(Switch, "ip", "link", "set", Port(machine), "up");
    }

    private static Task InAsync(string space, string program, params string[] arguments) => RunAsync("ip", ["netns", "exec", space, program, .. arguments]);

    public static async Task<bool> TryAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error.Trim()}");
    }
}
