using System.Data.Common;
using System.Net.Sockets;
using Rahdari.Cli.CommandLine;

namespace Rahdari.Cli.Output;

/// <summary>Turns what a machine or a user may do to a run (a full disk, a lost database, Ctrl+C) into one sentence and an exit code.</summary>
internal static class BrokenMachine
{
    public static async Task<int> GuardAsync(Run run, Func<Run, CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        try
        {
            return await work(run, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return run.Fail(CliRule.Cancelled.Broken(), ExitCode.Cancelled);
        }
        catch (Exception e) when (cancellation.IsCancellationRequested && Causes(e).Any(c => c is OperationCanceledException))
        {
            // A database driver may wrap the cancellation in its own exception.
            return run.Fail(CliRule.Cancelled.Broken(), ExitCode.Cancelled);
        }
        catch (Exception e) when (Causes(e).Any(IsEnvironment))
        {
            var cause = Causes(e).First(IsEnvironment);
            return run.Fail(CliRule.Storage.Broken(null, ("reason", cause.Message.ReplaceLineEndings(" "))), ExitCode.Environment);
        }
#pragma warning disable CA1031 // The outermost frame: a fault of the program is told as such, with its trace for the report.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync(e.ToString());
            return run.Fail(CliRule.Defect.Broken(null, ("reason", e.GetType().Name)), ExitCode.Defect);
        }
    }

    private static bool IsEnvironment(Exception e) =>
        e is DbException or IOException or UnauthorizedAccessException or SocketException or TimeoutException;

    private static IEnumerable<Exception> Causes(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
