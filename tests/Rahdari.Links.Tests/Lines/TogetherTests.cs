using Rahdari.Links.Lines;

namespace Rahdari.Links.Tests.Lines;

public sealed class TogetherTests
{
    private static readonly Func<CancellationToken, Task> ForEver = token => Task.Delay(Timeout.Infinite, token);

    [Fact]
    public async Task What_fails_ends_the_others_and_is_told()
    {
        using var ending = new CancellationTokenSource();
        await Assert.ThrowsAsync<IOException>(() => Together.RunAsync(ending, ForEver, _ => throw new IOException("broken"), ForEver));
        Assert.True(ending.IsCancellationRequested);
    }

    [Fact]
    public async Task What_ends_ends_the_others()
    {
        using var ending = new CancellationTokenSource();
        await Together.RunAsync(ending, ForEver, _ => Task.CompletedTask);
    }

    [Fact]
    public async Task Who_is_told_to_end_ends()
    {
        using var ending = new CancellationTokenSource();
        var running = Together.RunAsync(ending, ForEver, ForEver);
        Assert.False(running.IsCompleted);
        await ending.CancelAsync();
        await running;
    }
}
