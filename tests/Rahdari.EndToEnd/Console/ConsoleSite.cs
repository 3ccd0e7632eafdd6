using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace Rahdari.EndToEnd.Console;

/// <summary>One demonstration, run as its users run it, and one browser, for all tests of the console.</summary>
public sealed class ConsoleSite : IAsyncLifetime
{
    /// <summary>The one that has a camera, and is slower at everything.</summary>
    private const string Whole = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
        "--use-fake-device-for-media-stream",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rahdari-console-");
    private Process? process;
    private IPlaywright? playwright;
    private IBrowser? cameras;
    private JsonElement sheet;

    /// <summary>Where the site listens.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    private static string? Chromium => Environment.GetEnvironmentVariable("RAHDARI_CHROMIUM") ?? new[] { "/usr/bin/chromium-headless-shell", Whole }.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
            return;
        // An empty folder of lists: only the specimens are loaded, whatever lies beside the checkout.
        var lists = folder.CreateSubdirectory("lists").FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "rahdari.dll"), "demo", "--json", "--urls", "http://127.0.0.1:0", "--lists", lists, "--data", Path.Combine(folder.FullName, "site")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Remove("RAHDARI_DATABASE");
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        sheet = await ReadSheetAsync(process.StandardOutput);
        _ = process.StandardOutput.ReadToEndAsync();
        Url = sheet.GetProperty("urls")[0].GetString()!;
        playwright = await Playwright.CreateAsync();
        Browser = await LaunchAsync(Chromium);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in new[] { Browser, cameras }.OfType<IBrowser>())
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (process is { HasExited: false })
        {
            using var end = Process.Start("kill", ["-INT", $"{process.Id}"]);
            await end.WaitForExitAsync();
            await process.WaitForExitAsync();
        }
        process?.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>The lines of a specimen traveller.</summary>
    public string[] Traveller(string kind) => Lines(kind, "mrz");

    /// <summary>The lines of the visa in a specimen traveller's passport.</summary>
    public string[] Visa(string kind) => Lines(kind, "visa");

    /// <summary>A user's password.</summary>
    public string Password(string user) => sheet.GetProperty("users").EnumerateArray().Single(u => u.GetProperty("name").GetString() == user).GetProperty("password").GetString()!;

    /// <summary>What opens a caseworker's cabinet.</summary>
    public string Passphrase(string user) => sheet.GetProperty("users").EnumerateArray().Single(u => u.GetProperty("name").GetString() == user).GetProperty("passphrase").GetString()!;

    /// <summary>A page of a browser of its own, signed in; its errors fail the test.</summary>
    public async Task<ConsolePage> OpenAsync(string? user, string language = "en", string path = "/", bool camera = false)
    {
        Assert.SkipWhen(Chromium is null, "Chromium is absent: apt-get install chromium-headless-shell, or name it in RAHDARI_CHROMIUM.");
        Assert.SkipWhen(camera && !File.Exists(Whole), "A camera needs the whole Chromium: apt-get install chromium.");
        var browser = camera ? cameras ??= await LaunchAsync(Whole) : Browser;
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = Url, ViewportSize = new ViewportSize { Width = 1366, Height = 768 }, AcceptDownloads = true });
        context.SetDefaultTimeout(60_000); // Other tests run beside these, on few cores.
        if (camera)
            await context.GrantPermissionsAsync(["camera"]);
        var page = new ConsolePage(await context.NewPageAsync());
        await page.Page.GotoAsync($"/language/{language}?returnUrl={Uri.EscapeDataString($"/sign-in?language={language}&ReturnUrl={path}")}");
        if (user is not null)
            await page.SignInAsync(user, Password(user));
        return page;
    }

    private Task<IBrowser> LaunchAsync(string program) => playwright!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments });

    private string[] Lines(string kind, string of) =>
        [.. sheet.GetProperty("travellers").EnumerateArray().Single(t => t.GetProperty("kind").GetString() == kind).GetProperty(of).EnumerateArray().Select(l => l.GetString()!)];

    private static async Task<JsonElement> ReadSheetAsync(StreamReader output)
    {
        var text = new System.Text.StringBuilder();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (await output.ReadLineAsync(patience.Token) is { } line)
        {
            text.AppendLine(line);
            if (line == "}")
                return JsonDocument.Parse(text.ToString()).RootElement;
        }
        throw new InvalidOperationException($"The demonstration did not start: {text}");
    }
}

/// <summary>The tests of the console share a site and a browser.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleCollection : ICollectionFixture<ConsoleSite>
{
    public const string Name = "console";
}

/// <summary>Those of casework, consultation and training share another: the two run side by side.</summary>
[CollectionDefinition(Name)]
public sealed class CaseworkCollection : ICollectionFixture<ConsoleSite>
{
    public const string Name = "casework";
}
