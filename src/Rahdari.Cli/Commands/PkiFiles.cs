using Rahdari.Cli.Output;
using Rahdari.Links;

namespace Rahdari.Cli.Commands;

/// <summary>Files of the links as they are given to a command.</summary>
internal static class PkiFiles
{
    // What reads them has smaller bounds of its own; this one keeps the machine's memory.
    private const int Largest = 64 << 20;

    /// <summary>What a file holds, or why it is not read.</summary>
    public static async Task<Answer<byte[]>> ReadAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            return CliRule.FileNotFound.Broken("file", ("file", path));
        if (new FileInfo(path).Length > Largest)
            return LinksRule.FileInvalid.Broken("file", ("file", path));
        return await File.ReadAllBytesAsync(path, cancellation);
    }
}
