using System.Diagnostics;
using System.Globalization;

namespace Rahdari.Links.Brokers;

/// <summary>The broker beside the site: another program, which systemd starts again whenever it ends.</summary>
internal static class BrokerProcess
{
    /// <summary>Lets it end, so that it begins anew with what it is told now. Who takes part, nats-server 2.9 reads at its start alone. Nothing is lost: what is under way is sent again.</summary>
    /// <returns>False where there is none, or it may not be ended.</returns>
    public static bool End(string processFile)
    {
        if (!File.Exists(processFile) || !int.TryParse(File.ReadAllText(processFile).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        try
        {
            using var broker = Process.GetProcessById(id);
            if (broker.ProcessName != "nats-server")
                return false;
            broker.Kill();
            return true;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
