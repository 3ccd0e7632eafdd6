using System.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.CommandLine;

/// <summary>A command whose help shows examples, and whose work is run with one handling of errors and cancellation.</summary>
internal sealed class ExampledCommand : Command
{
    public ExampledCommand(string name, string description, params string[] examples)
        : base(name, description) => Examples = examples;

    /// <summary>Whole command lines.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Sets what the command does; the result is an <see cref="ExitCode"/>.</summary>
    public ExampledCommand Does(Func<Run, CancellationToken, Task<int>> work)
    {
        SetAction((parse, cancellation) => BrokenMachine.GuardAsync(new Run(parse), work, cancellation));
        return this;
    }
}
