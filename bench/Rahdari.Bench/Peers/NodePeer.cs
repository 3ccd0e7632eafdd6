using System.Diagnostics;
using System.Globalization;

namespace Rahdari.Bench.Peers;

/// <summary>A peer that runs on Node and prints the seconds that it took.</summary>
internal static class NodePeer
{
    /// <summary>The seconds; null where Node is missing, or the package is not in <c>node_modules</c> of the folder where one stands.</summary>
    public static async Task<double?> SecondsAsync(string package, string script, IEnumerable<string> arguments)
    {
        if (!Directory.Exists(Path.Combine(Environment.CurrentDirectory, "node_modules", package)))
            return null;
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "Peers", script), .. arguments]) { RedirectStandardOutput = true };
        try
        {
            using var node = Process.Start(start)!;
            var output = await node.StandardOutput.ReadToEndAsync();
            await node.WaitForExitAsync();
            return node.ExitCode == 0 ? double.Parse(output, CultureInfo.InvariantCulture) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // No Node on this machine.
        }
    }
}
