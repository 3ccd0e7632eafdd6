using System.Diagnostics;
using System.Globalization;
using NATS.Client.JetStream;

namespace Rahdari.Links.Brokers;

/// <summary>The broker beside the site: another program, which systemd starts again whenever it ends.</summary>
internal static class BrokerProcess
{
    private const int StreamsOff = 503;

    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    /// <summary>Lets it end, so that it begins anew with what it is told now. Who takes part, nats-server 2.9 reads at its start alone. Nothing is lost: what is under way is sent again.</summary>
    /// <param name="processFile">Where it notes its process.</param>
    /// <param name="youngest">One that has not run for so long is let be: it may have begun anew already.</param>
    /// <returns>False where there is none, or it may not be ended.</returns>
    public static bool End(string processFile, TimeSpan youngest = default)
    {
        if (!File.Exists(processFile) || !int.TryParse(File.ReadAllText(processFile).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        try
        {
            using var broker = Process.GetProcessById(id);
            if (broker.ProcessName != "nats-server" || DateTime.Now - broker.StartTime < youngest)
                return false;
            broker.Kill();
            return true;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>
    /// Does what needs the broker's streams. A broker whose disk was full gives up its streams for as long as it runs, and answers as if it had none: it is ended, and begins anew with the room that there is by then.
    /// </summary>
    public static async Task<T> WithStreamsAsync<T>(string processFile, Func<Task<T>> use)
    {
        try
        {
            return await use();
        }
        catch (Exception e) when (e is NatsJSApiNoResponseException or NatsJSApiException { Error.Code: StreamsOff })
        {
            End(processFile, Settled);
            throw;
        }
    }
}
