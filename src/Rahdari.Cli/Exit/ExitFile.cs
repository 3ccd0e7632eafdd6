using System.Text.Json;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Exit;

/// <summary>A file that holds an order, a consent or a clearance as JSON, as the API takes it.</summary>
internal static class ExitFile
{
    private const int Largest = 64 * 1024;

    private static readonly JsonSerializerOptions Strict = new(JsonForm.Options) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>What the file holds, or why it cannot be used.</summary>
    public static async Task<Answer<T>> ReadAsync<T>(string path, CancellationToken cancellation)
        where T : class
    {
        if (!File.Exists(path))
            return CliRule.FileNotFound.Broken("file", ("file", path));
        if (new FileInfo(path).Length > Largest)
            return CliRule.ExitFile.Broken("file", ("file", path), ("place", $"> {Largest} bytes"));
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<T>(file, Strict, cancellation) is { } read ? read : CliRule.ExitFile.Broken("file", ("file", path), ("place", "null"));
        }
        catch (JsonException e)
        {
            return CliRule.ExitFile.Broken("file", ("file", path), ("place", $"{(e.LineNumber ?? 0) + 1}:{(e.BytePositionInLine ?? 0) + 1} {e.Path}".Trim()));
        }
    }
}
