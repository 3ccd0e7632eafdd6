using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Rahdari.Training.Scenarios;
using UglyToad.PdfPig;

namespace Rahdari.EndToEnd.Console;

/// <summary>A lesson from the trainee's first traveller to the trainer's report, with the keyboard, in both languages.</summary>
[Collection(CaseworkCollection.Name)] // For its browser; the training site is another process in a folder of its own.
public sealed class TrainingTests(ConsoleSite demonstration)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task A_trainee_decides_three_travellers_and_is_told_why_and_the_trainer_reads_the_report(string language)
    {
        Assert.SkipWhen(demonstration.Browser is null, "Chromium is absent.");
        await using var site = await TrainingProcess.StartAsync();
        await using var trainee = await OpenAsync(site, "trainee1", language, "/counter");
        Assert.Equal(language == "ur" ? "تربیت" : "TRAINING", await trainee.Page.GetAttributeAsync("html", "data-training"));
        await trainee.WaitAsync(".training-banner");
        await trainee.TakeCounterAsync(counter: "T1");
        await trainee.WaitAsync(".lesson");
        await Shots(trainee, $"training-before-{language}");

        for (var position = 1; position <= 3; position++)
        {
            await trainee.PressOfferedAsync("F6");
            await trainee.WaitAsync(".lesson-zone");
            var (scenario, right, direction, observed) = site.Truth("trainee1", position);
            var card = await trainee.Page.ContentAsync();
            Assert.DoesNotContain(scenario, card.Split("<main")[1], StringComparison.Ordinal);
            if (direction != await trainee.Page.EvaluateAsync<string>("document.querySelector('input[name=direction]:checked').value"))
            {
                await trainee.Page.FocusAsync("input[name=direction]:checked");
                await trainee.PressAsync(direction == "Entry" ? "ArrowUp" : "ArrowDown");
            }
            await trainee.PressOfferedAsync("F6");
            await trainee.WaitAsync(".banner");
            if (observed.Length > 0)
                await NoteAsync(trainee, observed, language);
            if (position == 1)
            {
                await PageTests.HoldsAsync(trainee, "/counter with a traveller of a lesson", language);
                await Shots(trainee, $"training-counter-{language}");
            }
            // The first is let through though its chip was altered; the others are dealt with rightly.
            await trainee.PressOfferedAsync(position == 1 || right.Contains("pass") ? "F2" : observed.Length > 0 ? "F1" : "F9");
            if (position == 1)
            {
                await trainee.WaitAsync("#reason:focus");
                await trainee.Page.Keyboard.TypeAsync("Specimen");
                await trainee.PressAsync("Enter");
            }
            await trainee.WaitAsync(".lesson-told");
            Assert.Equal(position == 1 ? 1 : 0, await trainee.Page.Locator(".lesson-misses li").CountAsync());
            if (position == 1)
                Assert.Contains("Doc 9303", await trainee.TextAsync(".lesson-rules"), StringComparison.Ordinal);
            if (position == 2)
                Assert.Contains("ILO", await trainee.TextAsync(".lesson-rules"), StringComparison.Ordinal);
            await PageTests.HoldsAsync(trainee, $"/counter after traveller {position}", language);
            await Shots(trainee, $"training-told-{position}-{language}");
        }

        await using var trainer = await OpenAsync(site, "trainer1", language, "/");
        await trainer.Page.WaitForURLAsync("**/class");
        Assert.Contains("trainee1", await trainer.TextAsync("table"), StringComparison.Ordinal);
        Assert.Equal(2, await trainer.Page.Locator("[aria-labelledby=class-trainees] tbody tr").CountAsync());
        await PageTests.HoldsAsync(trainer, "/class", language);
        await Shots(trainer, $"training-class-{language}");
        if (language == "en")
        {
            using var print = PdfDocument.Open(await trainer.Page.PdfAsync());
            Assert.All(print.GetPages(), sheet => Assert.Contains("TRAINING", string.Concat(sheet.Letters.Select(letter => letter.Value)), StringComparison.Ordinal));
        }
        foreach (var path in new[] { "/crossings", "/screening", "/account", "/nowhere", "/sign-in" })
        {
            await trainee.Page.GotoAsync(path);
            await trainee.WaitAsync("html[data-training] .training-banner");
        }
        var csv = await trainer.Page.APIRequest.GetAsync("/api/v1/training/decisions.csv");
        Assert.Equal(4, (await csv.TextAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        var refused = await trainee.Page.APIRequest.GetAsync("/api/v1/training/report");
        Assert.Equal(403, refused.Status);
    }

    private async Task<ConsolePage> OpenAsync(TrainingProcess site, string user, string language, string path)
    {
        var context = await demonstration.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = site.Url, ViewportSize = new ViewportSize { Width = 1366, Height = 768 } });
        context.SetDefaultTimeout(60_000);
        var page = new ConsolePage(await context.NewPageAsync());
        await page.Page.GotoAsync($"/language/{language}?returnUrl={Uri.EscapeDataString($"/sign-in?language={language}&ReturnUrl={path}")}");
        await page.SignInAsync(user, site.Password(user));
        return page;
    }

    /// <summary>What shows is noted at the counter as it is: ticked by its label, kept by Enter.</summary>
    private static async Task NoteAsync(ConsolePage page, string[] observed, string language)
    {
        await page.PressOfferedAsync("F3");
        await page.WaitAsync("#remark-filter");
        foreach (var code in observed)
        {
            var indicator = ScenarioBook.Shipped.Indicators.Single(one => one.Code == code);
            await page.Page.FillAsync("#remark-filter", language == "ur" ? indicator.TitleUrdu : indicator.Title);
            await page.Page.FocusAsync($"[data-remark={indicator.Label}]");
            await page.PressAsync("Space");
        }
        await page.Page.FocusAsync("#remark-filter");
        await page.PressAsync("Enter");
        await page.Page.WaitForSelectorAsync("#remark-filter", new PageWaitForSelectorOptions { State = WaitForSelectorState.Detached });
    }

    /// <summary>Pictures for who looks at them, where a folder is named.</summary>
    private static async Task Shots(ConsolePage page, string name)
    {
        if (Environment.GetEnvironmentVariable("RAHDARI_TRAINING_PICTURES") is not { Length: > 0 } folder)
            return;
        await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
        await page.Page.SetViewportSizeAsync(683, 768);
        await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-683.png"), FullPage = true });
        await page.Page.SetViewportSizeAsync(1366, 768);
    }

    /// <summary>A training site, run as a trainer runs it.</summary>
    private sealed class TrainingProcess : IAsyncDisposable
    {
        /// <summary>An altered chip first, then somebody in debt, then somebody clean.</summary>
        private const string Seed = "840";

        private readonly DirectoryInfo folder;
        private readonly Process process;
        private readonly JsonElement sheet;

        private TrainingProcess(Process process, JsonElement sheet, DirectoryInfo folder) => (this.process, this.sheet, this.folder) = (process, sheet, folder);

        public string Url => sheet.GetProperty("urls")[0].GetString()!;

        public static async Task<TrainingProcess> StartAsync()
        {
            var folder = Directory.CreateTempSubdirectory("rahdari-training-");
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "rahdari.dll"), "train", "--json", "--urls", "http://127.0.0.1:0", "--data", Path.Combine(folder.FullName, "site"), "--seed", Seed, "--travellers", "8", "--trainees", "2"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetTempPath(),
            };
            start.Environment.Remove("RAHDARI_DATABASE");
            var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var text = new StringBuilder();
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                text.AppendLine(line);
                if (line == "}")
                {
                    _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                    return new TrainingProcess(process, JsonDocument.Parse(text.ToString()).RootElement, folder);
                }
            }
            throw new InvalidOperationException($"The training site did not start: {text}");
        }

        public string Password(string user) => sheet.GetProperty("users").EnumerateArray().Single(one => one.GetProperty("name").GetString() == user).GetProperty("password").GetString()!;

        /// <summary>What only the owner of the folder can read.</summary>
        public (string Scenario, string[] Right, string Direction, string[] Observed) Truth(string trainee, int position)
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "site", "truth.db")};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT scenario FROM truth WHERE trainee = $trainee AND position = $position";
            command.Parameters.AddWithValue("$trainee", trainee);
            command.Parameters.AddWithValue("$position", position);
            var scenario = JsonDocument.Parse((string)command.ExecuteScalar()!).RootElement;
            string[] Words(string name) => [.. scenario.GetProperty(name).EnumerateArray().Select(word => word.GetString()!)];
            var direction = scenario.GetProperty("direction").GetString()!;
            return (scenario.GetProperty("code").GetString()!, Words("right"), char.ToUpperInvariant(direction[0]) + direction[1..], Words("observed"));
        }

        public async ValueTask DisposeAsync()
        {
            if (!process.HasExited)
            {
                using var end = Process.Start("kill", ["-INT", $"{process.Id}"]);
                await end.WaitForExitAsync();
                await process.WaitForExitAsync();
            }
            process.Dispose();
            folder.Delete(recursive: true);
        }
    }
}
