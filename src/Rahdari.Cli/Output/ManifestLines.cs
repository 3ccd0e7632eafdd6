using System.Globalization;
using Rahdari.Border.Sites;

namespace Rahdari.Cli.Output;

/// <summary>What a backup holds, for people.</summary>
internal static class ManifestLines
{
    public static void Print(Run run, Paper paper, string done, BackupManifest manifest)
    {
        paper.Line(done);
        paper.Pairs(
            (run.Text("Node"), manifest.Node),
            (run.Text("MadeAt"), manifest.MadeAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            (run.Text("Storage"), manifest.Storage),
            (run.Text("Head"), manifest.HeadHash is null ? $"{manifest.Head}" : $"{manifest.Head}:{manifest.HeadHash}"));
    }
}
