using System.Diagnostics;
using System.Text.Json;
using Rahdari.Border.Sites;

namespace Rahdari.Tests;

/// <summary>The built command line, run as its users run it.</summary>
internal static class RahdariProcess
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "rahdari.dll");

    public static Task<Ended> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    public static async Task<Ended> RunWithInputAsync(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Ended(process.ExitCode, await output, await error);
    }

    public static Process Start(params string[] arguments) => Start(postgres: null, arguments);

    /// <summary>Starts it on a PostgreSQL database, or on SQLite where the connection string is null.</summary>
    public static Process Start(string? postgres, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Remove("RAHDARI_SITE");
        start.Environment[SiteFolder.DatabaseVariable] = postgres;
        return Process.Start(start)!;
    }

    /// <summary>Ctrl+C, as a terminal sends it.</summary>
    public static async Task InterruptAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>How a run ended.</summary>
internal sealed record Ended(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as its one JSON document.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>The code of the error in the JSON document.</summary>
    public string? ErrorCode => Json.GetProperty("error").GetProperty("code").GetString();
}
