namespace Rahdari.Links.Lines;

/// <summary>Works on one line that belong together: none of them goes on without the others.</summary>
internal static class Together
{
    /// <summary>Runs them until one ends or fails, or the source is cancelled; then all end, and what failed is thrown. Nothing is thrown where they were only told to end.</summary>
    public static async Task RunAsync(CancellationTokenSource ending, params Func<CancellationToken, Task>[] works)
    {
        try
        {
            await Task.WhenAll(works.Select(OneAsync));
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // What failed is thrown before this, where anything did.
        }

        async Task OneAsync(Func<CancellationToken, Task> work)
        {
            try
            {
                await work(ending.Token);
            }
            finally
            {
                await ending.CancelAsync();
            }
        }
    }
}
