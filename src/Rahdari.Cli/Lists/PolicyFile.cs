using System.Text.Json;
using Rahdari.Border.Screening.Policy;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Lists;

/// <summary>A file of rules: <c>{"rules":[{"list":"un","purpose":"counter","threshold":0.6}]}</c>, as the API takes them.</summary>
/// <param name="Rules">Every rule that says more than the default.</param>
internal sealed record PolicyFile(IReadOnlyList<PolicyRule> Rules)
{
    private const int Largest = 1024 * 1024;

    private static readonly JsonSerializerOptions Strict = new(JsonForm.Options) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>The rules, or why the file cannot be used.</summary>
    public static async Task<Answer<PolicyFile>> ReadAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            return CliRule.FileNotFound.Broken("file", ("file", path));
        if (new FileInfo(path).Length > Largest)
            return CliRule.PolicyFile.Broken("file", ("file", path), ("place", $"> {Largest} bytes"));
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<PolicyFile>(file, Strict, cancellation) is { } read ? read : CliRule.PolicyFile.Broken("file", ("file", path), ("place", "null"));
        }
        catch (JsonException e)
        {
            return CliRule.PolicyFile.Broken("file", ("file", path), ("place", $"{(e.LineNumber ?? 0) + 1}:{(e.BytePositionInLine ?? 0) + 1} {e.Path}".Trim()));
        }
    }
}
