using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Rahdari.Border;
using Rahdari.Border.Audit;
using Rahdari.Border.Sites;
using Rahdari.Links.Pki;
using Rahdari.Records.Audit;

namespace Rahdari.Links.Tests.Pki;

/// <summary>Headquarters and a port, each a site on SQLite in a folder of its own, with one clock.</summary>
internal sealed class PkiSites : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder root = new();
    private readonly List<ServiceProvider> services = [];

    private PkiSites()
    {
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public static Actor Administrator { get; } = new("admin1", new HashSet<string> { Roles.Administrator }, null);

    public (SiteFolder Folder, AuditLog Audit) Headquarters { get; private set; }

    public (SiteFolder Folder, AuditLog Audit) Port { get; private set; }

    public NationalAuthority Authority => new(Headquarters.Folder, Headquarters.Audit, Clock);

    public NodeEnrolment Node => new(Port.Folder, Port.Audit, Clock);

    public AuthorityFolder AuthorityFiles => AuthorityFolder.Of(Headquarters.Folder.FullPath);

    public NodeFolder NodeFiles => NodeFolder.Of(Port.Folder.FullPath);

    public string this[string name] => root[name];

    /// <summary>Both sites, and the authority made.</summary>
    public static async Task<PkiSites> OpenAsync(bool withAuthority = true)
    {
        var sites = new PkiSites();
        sites.Headquarters = await sites.SiteAsync("headquarters", "PKISB");
        sites.Port = await sites.SiteAsync("khi-1", "PKKHI");
        if (withAuthority)
            Value(await sites.Authority.InitAsync("PAK", null, null, Administrator));
        return sites;
    }

    public async Task<(SiteFolder Folder, AuditLog Audit)> SiteAsync(string node, string port)
    {
        var folder = Value(SiteFolder.Create(root[node], new SiteSettings { Node = node, Port = port, PortName = node, Counters = ["1"] }));
        var provider = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddBorder(folder).BuildServiceProvider();
        services.Add(provider);
        await provider.OpenBorderAsync();
        return (folder, provider.GetRequiredService<AuditLog>());
    }

    public async Task<string> InviteAsync(string node = "khi-1", string port = "PKKHI", int days = 7) => Value(await Authority.InviteAsync(node, port, days, Administrator)).Code;

    /// <summary>The port, enrolled: the code, and what it was answered.</summary>
    public async Task<(string Code, byte[] Bundle)> EnrolAsync()
    {
        var code = await InviteAsync();
        var bundle = Value(await Authority.IssueAsync(Value(await Node.RequestAsync(code, Administrator)), Administrator)).File;
        Value(await Node.InstallAsync(bundle, code, Administrator));
        return (code, bundle);
    }

    public static async Task<IReadOnlyList<AuditRecord>> AuditedAsync(AuditLog audit, string action)
    {
        var auditor = new Actor("auditor1", new HashSet<string> { Roles.Auditor }, null);
        return Value(await audit.ListAsync(new AuditFilter { Action = action }, 0, 100, auditor)).Items;
    }

    public static T Value<T>(Answer<T> answer)
        where T : class
    {
        Assert.True(answer.Succeeded, answer.Problem is { } problem ? $"{problem.Code}: {string.Join(", ", problem.Evidence)}" : "");
        return answer.Value;
    }

    /// <summary>What OpenSSL says.</summary>
    public static async Task<(int Exit, string Said)> OpenSslAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in services)
            await provider.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        root.Dispose();
    }
}
