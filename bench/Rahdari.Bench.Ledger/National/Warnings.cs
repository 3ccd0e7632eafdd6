using Microsoft.Extensions.Logging;

namespace Rahdari.Bench.Ledger.National;

/// <summary>Says on the error stream what goes wrong while something is measured.</summary>
internal sealed class Warnings : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Console.Error.WriteLine($"  {formatter(state, exception)}");
    }

    public void Dispose()
    {
        // It holds nothing.
    }
}
