using System.Net;
using System.Net.Sockets;
using Rahdari.Border.Sites;
using Rahdari.Cli.Commands;

namespace Rahdari.Cli.Demo;

/// <summary>The site of a demonstration.</summary>
internal static class DemoSite
{
    private static readonly SiteSettings Settings = new()
    {
        Node = "demonstration",
        Port = "PKKHI",
        PortName = "Karachi (demonstration)",
        Counters = ["A1", "A2", "A3"],
        AuthenticatorRequired = false,
        Demonstration = true,
    };

    /// <summary>The port's local day.</summary>
    public static DateOnly Today =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(Settings.TimeZone)).DateTime);

    /// <summary>Makes the site, on SQLite whatever the environment says: a demonstration must not write into a real database.</summary>
    public static Answer<SiteFolder> Create(string folder)
    {
        Environment.SetEnvironmentVariable(SiteFolder.DatabaseVariable, null);
        return SiteFolder.Create(folder, Settings);
    }

    /// <summary>The usual address, or one with a free port where that is taken.</summary>
    public static string FreeUrl()
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, new Uri(ServeCommand.DefaultUrls).Port);
            probe.Start();
            return ServeCommand.DefaultUrls;
        }
        catch (SocketException)
        {
            return "http://127.0.0.1:0";
        }
    }
}
