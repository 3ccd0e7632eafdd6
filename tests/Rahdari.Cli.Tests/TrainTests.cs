using System.Text;
using System.Text.Json;
using Rahdari.Border.Sites;

namespace Rahdari.Cli.Tests;

/// <summary>A training site from the command line: apart from every site in service, by both doors.</summary>
public sealed class TrainTests
{
    private static readonly string[] Opening = ["serve", "verify", "backup", "user list", "watchlist list", "crossing list"];

    [Fact]
    public async Task A_training_site_is_opened_by_training_alone_goes_on_later_and_tells_nothing_of_the_truth()
    {
        using var folder = new TemporaryFolder();
        var sheet = await ServeAndStopAsync("train", "--json", "--data", folder["site"], "--travellers", "8", "--trainees", "2", "--seed", "7", "--urls", "http://127.0.0.1:0");
        Assert.Equal(["trainer1", "trainee1", "trainee2"], sheet.GetProperty("users").EnumerateArray().Select(user => user.GetProperty("name").GetString()));
        Assert.Equal((1, 7, 180), (sheet.GetProperty("lesson").GetInt32(), sheet.GetProperty("made").GetProperty("seed").GetInt32(), sheet.GetProperty("made").GetProperty("limitSeconds").GetInt32()));
        Assert.DoesNotContain("scenario", sheet.GetRawText(), StringComparison.OrdinalIgnoreCase);

        foreach (var command in Opening)
        {
            var file = command == "backup" ? [folder["b.zip"]] : Array.Empty<string>();
            var refused = await RahdariInProcess.RunAsync([.. command.Split(' '), .. file, "--json", "--site", folder["site"]]);
            Assert.Equal("SITE_OF_TRAINING", refused.ErrorCode);
        }

        var again = await ServeAndStopAsync("train", "--json", "--data", folder["site"], "--new-lesson", "--travellers", "4", "--urls", "http://127.0.0.1:0");
        Assert.Equal(2, again.GetProperty("lesson").GetInt32());
        Assert.Equal(["trainee1", "trainee2"], again.GetProperty("made").GetProperty("trainees").EnumerateArray().Select(name => name.GetString()));
        Assert.Empty(again.GetProperty("users").EnumerateArray());
    }

    [Fact]
    public async Task Training_touches_no_site_in_service_and_refuses_a_machine_that_names_a_database()
    {
        using var folder = new TemporaryFolder();
        var service = SiteFolder.Create(folder["site"], new SiteSettings { Node = "khi-1", Port = "PKKHI", PortName = "Karachi (test)", Counters = ["1"] }, "Host=nowhere").Value!;
        var before = Directory.GetFiles(service.FullPath).Order();
        Assert.Equal("SITE_OF_SERVICE", (await RahdariInProcess.RunAsync("train", "--json", "--data", folder["site"])).ErrorCode);
        Assert.Equal(before, Directory.GetFiles(service.FullPath).Order());

        using var process = RahdariProcess.Start("Host=nowhere;Database=real", ["train", "--json", "--data", folder["class"]]);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("TRAINING_LINKED", JsonDocument.Parse(output).RootElement.GetProperty("error").GetProperty("code").GetString());
        Assert.False(Directory.Exists(folder["class"]));
    }

    [Theory]
    [InlineData("--travellers", "3")]
    [InlineData("--trainees", "0")]
    [InlineData("--limit", "5")]
    public async Task A_lesson_of_nothing_is_refused(string option, string value)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("LESSON_INVALID", (await RahdariInProcess.RunAsync("train", "--json", "--data", folder["class"], option, value)).ErrorCode);
        Assert.False(Directory.Exists(folder["class"]));
    }

    private static async Task<JsonElement> ServeAndStopAsync(params string[] arguments)
    {
        using var process = RahdariProcess.Start(arguments);
        try
        {
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var text = new StringBuilder();
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                text.AppendLine(line);
                if (line == "}")
                    break;
            }
            Assert.False(process.HasExited, text.ToString());
            await RahdariProcess.InterruptAsync(process);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, await error);
            return JsonDocument.Parse(text.ToString()).RootElement;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
