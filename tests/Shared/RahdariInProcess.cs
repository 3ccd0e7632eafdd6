using System.Reflection;
using System.Text;
using Rahdari.Border.Sites;

namespace Rahdari.Tests;

/// <summary>
/// The command line run within the tests' own process, for what a command does with a site: a process of its own costs two
/// seconds of a processor before it begins. What belongs to the process (signals, its death, its standard input) is tested with <see cref="RahdariProcess"/>.
/// </summary>
internal static class RahdariInProcess
{
    private static readonly Flow Output = Flow.Over(Console.Out, Console.SetOut);
    private static readonly Flow Error = Flow.Over(Console.Error, Console.SetError);

    // The method that the compiler makes of Program.cs; the entry point itself blocks its thread.
    private static readonly MethodInfo Program = Assembly.Load("rahdari").EntryPoint!.DeclaringType!.GetMethod("<Main>$", BindingFlags.Static | BindingFlags.NonPublic)!;

    static RahdariInProcess() => Environment.SetEnvironmentVariable(SiteFolder.DatabaseVariable, null);

    /// <summary>Runs a command line; runs side by side keep what they write apart.</summary>
    public static async Task<Ended> RunAsync(params string[] arguments)
    {
        // On a terminal a command draws, and asks the console whether it is one.
        if (!Console.IsOutputRedirected || !Console.IsErrorRedirected)
            return await RahdariProcess.RunAsync(arguments);
        var (output, error) = (Output.Begin(), Error.Begin());
        var code = await (Task<int>)Program.Invoke(null, [arguments])!;
        // As with its process, nothing of it stays open.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return new Ended(code, Written(output), Written(error));
    }

    private static string Written(StringWriter writer)
    {
        lock (writer)
            return writer.ToString();
    }

    /// <summary>A writer of the console's whose words go to the run that wrote them, and to the console where none did.</summary>
    private sealed class Flow(TextWriter console) : TextWriter
    {
        private readonly AsyncLocal<StringWriter?> run = new();

        public override Encoding Encoding => console.Encoding;

        private TextWriter Current => run.Value ?? console;

        public static Flow Over(TextWriter console, Action<TextWriter> set)
        {
            var flow = new Flow(console);
            set(flow);
            return flow;
        }

        public StringWriter Begin() => run.Value = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);

        public override void Write(char value) => Write([value]);

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(ReadOnlySpan<char> buffer)
        {
            var writer = Current;
            lock (writer)
                writer.Write(buffer);
        }

        public override void Flush() => Current.Flush();
    }
}
