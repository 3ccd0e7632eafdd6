using Spectre.Console;

namespace Rahdari.Cli.Output;

/// <summary>Shows how far long work has come, on standard error: a bar on a terminal, otherwise a line each quarter.</summary>
internal static class ShownProgress
{
    public static async Task<T> RunAsync<T>(string title, Func<IProgress<double>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
            return await Task.Run(() => work(new Lines(title)));
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal.Progress().AutoClear(true).StartAsync(async shown =>
        {
            var bar = shown.AddTask(Markup.Escape(title), maxValue: 1);
            return await Task.Run(() => work(new Bar(bar)));
        });
    }

    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }

    private sealed class Lines(string title) : IProgress<double>
    {
        private int told;

        public void Report(double value)
        {
            var quarters = (int)(Math.Clamp(value, 0, 1) * 4);
            if (quarters <= told)
                return;
            told = quarters;
            Console.Error.WriteLine($"{title}: {quarters * 25} %");
        }
    }
}
