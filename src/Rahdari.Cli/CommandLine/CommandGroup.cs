using System.CommandLine;

namespace Rahdari.Cli.CommandLine;

/// <summary>A word that only gathers commands: <c>watchlist</c>, <c>user</c>.</summary>
internal sealed class CommandGroup(string name, string description) : Command(name, description);
