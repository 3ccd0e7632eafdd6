namespace Rahdari.Cli.CommandLine;

/// <summary>What the process answers with; documented in docs/guides/command-line.md.</summary>
internal static class ExitCode
{
    /// <summary>Done, nothing found.</summary>
    public const int Ok = 0;

    /// <summary>Done, and something was found: a serious finding, a hit, a fault.</summary>
    public const int Found = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The input breaks a rule; nothing was changed.</summary>
    public const int Invalid = 3;

    /// <summary>A file, a site or a record is not there.</summary>
    public const int NotFound = 4;

    /// <summary>Storage, network or file system failed.</summary>
    public const int Environment = 5;

    /// <summary>A fault of the program itself (sysexits.h EX_SOFTWARE).</summary>
    public const int Defect = 70;

    /// <summary>Stopped by Ctrl+C or SIGTERM (128 + SIGINT).</summary>
    public const int Cancelled = 130;
}
