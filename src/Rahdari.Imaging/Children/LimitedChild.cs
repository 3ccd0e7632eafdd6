using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Rahdari.Imaging.Children;

/// <summary>
/// Runs a program of the machine under limits: time, memory, output; it may write no file and leave no core, for what it
/// is given is a picture of a person. The limits are set by <c>prlimit</c> of util-linux.
/// </summary>
internal static class LimitedChild
{
    private const long Memory = 1L << 30;
    private const int MostOutput = 1 << 20;

    /// <summary>What it wrote to standard output, or null where it could not start, failed, or was stopped at a limit.</summary>
    public static async Task<byte[]?> RunAsync(string program, string[] arguments, ReadOnlyMemory<byte> input, TimeSpan limit, CancellationToken cancellation, bool mayFind = true)
    {
        var start = new ProcessStartInfo("prlimit") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        string[] limits = [$"--as={Memory}", $"--cpu={Math.Ceiling(limit.TotalSeconds).ToString(CultureInfo.InvariantCulture)}", "--fsize=0", "--core=0", "--", program];
        foreach (var argument in limits.Concat(arguments))
            start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = "C.UTF-8";
        // Two threads on a strip of two lines wait for each other longer than they read.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(limit);
        Process? child = null;
        try
        {
            child = Process.Start(start)!;
            var output = HeadAsync(child.StandardOutput.BaseStream, stop.Token);
            var error = child.StandardError.BaseStream.CopyToAsync(Stream.Null, stop.Token);
            await WriteAsync(child, input, stop.Token);
            var wrote = await output;
            await error;
            await child.WaitForExitAsync(stop.Token);
            return child.ExitCode == 0 || !mayFind && child.ExitCode == 1 ? wrote : null;
        }
        catch (Exception broken) when (broken is Win32Exception or IOException || broken is OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (child is { HasExited: false })
                child.Kill(entireProcessTree: true);
            child?.Dispose();
        }
    }

    private static async Task WriteAsync(Process child, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        try
        {
            await child.StandardInput.BaseStream.WriteAsync(input, cancellation);
            child.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all: its exit code says the rest.
        }
    }

    private static async Task<byte[]> HeadAsync(Stream stream, CancellationToken cancellation)
    {
        var buffer = new byte[MostOutput];
        var read = 0;
        while (read < buffer.Length && await stream.ReadAsync(buffer.AsMemory(read), cancellation) is > 0 and var more)
            read += more;
        return buffer[..read];
    }
}
