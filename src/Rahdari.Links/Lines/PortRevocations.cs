using Microsoft.Extensions.Logging;
using Rahdari.Links.Messages;
using Rahdari.Links.Pki;

namespace Rahdari.Links.Lines;

/// <summary>Keeps a port at the authority's list of revoked certificates: asks headquarters for a newer one. Nothing is taken but what the authority signed; an older list, from whomever, is refused.</summary>
/// <param name="ask">Sends the question; null where nobody answers.</param>
/// <param name="credentials">The port's, which hold the list that counts.</param>
/// <param name="enrolment">Where a list is installed, and audited.</param>
/// <param name="headquarters">Whom the audit names.</param>
/// <param name="log">Where it is told what was not taken.</param>
internal sealed partial class PortRevocations(Func<byte[], CancellationToken, Task<byte[]?>> ask, NodeCredentials credentials, NodeEnrolment enrolment, string headquarters, ILogger log)
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    private readonly Actor from = new(headquarters, new HashSet<string> { Roles.Administrator }, null);

    /// <summary>Asks when the line is new, and again and again from then on.</summary>
    public async Task FollowAsync(CancellationToken ending)
    {
        while (true)
        {
            await LookAsync(ending);
            await Task.Delay(Again, ending);
        }
    }

    /// <summary>Asks once.</summary>
    public async Task LookAsync(CancellationToken ending)
    {
        try
        {
            await TakeAsync(ending);
        }
        catch (Exception e) when (!ending.IsCancellationRequested)
        {
            // A full disk, say: records go on being sent.
            LogFailed(e.GetType().Name, e.Message);
        }
    }

    private async Task TakeAsync(CancellationToken ending)
    {
        var present = (long)(credentials.Revocations?.Number ?? 0);
        if (await ask(new RevocationRequest(1, present).Write(), ending) is not { Length: > 0 } list)
            return;
        var installed = await enrolment.InstallRevocationsAsync(list, from, ending);
        if (installed.Succeeded)
            LogInstalled(installed.Value.RevocationNumber);
        else
            LogRefused(installed.Problem.Code);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The authority's list of revoked certificates is here, number {Number}.")]
    private partial void LogInstalled(string number);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The list of revoked certificates could not be asked for or written ({Kind}: {Reason}); it is tried again.")]
    private partial void LogFailed(string kind, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What came as a list of revoked certificates was not taken: {Code}.")]
    private partial void LogRefused(string code);
}
