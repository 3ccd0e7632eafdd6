using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rahdari.Border.Tests;

/// <summary>The statements that a site on SQLite sends while this is there.</summary>
internal sealed class SqlWatch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<string> statements = [];
    private readonly ConcurrentBag<IDisposable> subscriptions = [];
    private readonly string root;

    private SqlWatch(string root) => this.root = root;

    public IReadOnlyList<string> Statements => [.. statements];

    /// <summary>Starts the site again: contexts that nobody watched yet do not tell at once.</summary>
    public static async Task<SqlWatch> OverAsync(TestSite site)
    {
        var watch = new SqlWatch(site.Root);
        watch.subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(watch));
        await site.RestartAsync();
        watch.statements.Clear();
        return watch;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Other tests run at the same time.
        if (value.Value is CommandExecutedEventData { Command: var command } && command.Connection?.DataSource.StartsWith(root, StringComparison.Ordinal) == true)
            statements.Enqueue(command.CommandText);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }
}
