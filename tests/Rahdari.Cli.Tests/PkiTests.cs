namespace Rahdari.Cli.Tests;

/// <summary><c>rahdari pki</c> as its users run it: headquarters, a port, and files between them.</summary>
public sealed class PkiTests
{
    [Fact]
    public async Task A_port_is_certified_renewed_and_revoked_on_the_command_line()
    {
        using var folder = new TemporaryFolder();
        await MakeAsync(folder, "hq", "headquarters", "PKISB");
        await MakeAsync(folder, "khi", "khi-1", "PKKHI");
        var none = await At(folder, "hq", "list");
        Assert.Equal((4, "PKI_AUTHORITY_NOT_FOUND"), (none.ExitCode, none.ErrorCode));
        Assert.Equal(0, (await At(folder, "hq", "init", "--country", "PAK")).ExitCode);
        var again = await At(folder, "hq", "init");
        Assert.Equal((3, "PKI_AUTHORITY_EXISTS"), (again.ExitCode, again.ErrorCode));

        var code = (await At(folder, "hq", "invite", "khi-1", "--port", "PKKHI")).Json.GetProperty("code").GetString()!;
        var mistyped = await At(folder, "khi", "request", "--code", (code[0] == '0' ? "1" : "0") + code[1..], "--out", folder["request"]);
        Assert.Equal((3, "PKI_CODE_MISTYPED", "1"), (mistyped.ExitCode, mistyped.ErrorCode, mistyped.Json.GetProperty("error").GetProperty("evidence").GetProperty("group").GetString()));
        Assert.Equal(0, (await RahdariProcess.RunWithInputAsync(code.ToLowerInvariant() + "\n", "pki", "request", "--code", "-", "--out", folder["request"], "--site", folder["khi"])).ExitCode);
        var issued = await At(folder, "hq", "issue", folder["request"], "--out", folder["bundle"]);
        Assert.True(issued.Json.GetProperty("isNew").GetBoolean());
        var installed = await At(folder, "khi", "install", folder["bundle"], "--code", code);
        Assert.Equal(issued.Json.GetProperty("link").GetProperty("serial").GetString(), installed.Json.GetProperty("linkSerial").GetString());

        Assert.Equal(0, (await At(folder, "khi", "renew", "--out", folder["renewal"])).ExitCode);
        Assert.Equal(0, (await At(folder, "hq", "issue", folder["renewal"], "--out", folder["renewed"])).ExitCode);
        Assert.Equal(0, (await At(folder, "khi", "install", folder["renewed"])).ExitCode);
        var list = await At(folder, "hq", "list");
        Assert.Equal((0, 2), (list.ExitCode, list.Json.GetProperty("nodes")[0].GetProperty("link").GetArrayLength()));

        var usage = await At(folder, "hq", "revoke", "khi-1", "--reason", "boredom");
        Assert.Equal(2, usage.ExitCode);
        Assert.Equal(0, (await At(folder, "hq", "revoke", "khi-1", "--reason", "keyCompromise", "--remark", "stolen")).ExitCode);
        Assert.Equal(0, (await At(folder, "khi", "install", folder["hq/authority/authority.crl"])).ExitCode);
        var shown = await RahdariProcess.RunAsync("pki", "show", folder["hq/authority/authority.crl"]);
        Assert.Matches(@"revoked:\s+4\b", shown.Output); // Two links', two records'.
        var other = await RahdariProcess.RunAsync("pki", "show", folder.Write("text", "no such file"), "--json");
        Assert.Equal((3, "PKI_FILE_INVALID"), (other.ExitCode, other.ErrorCode));
        Assert.Contains("revoked on", (await RahdariProcess.RunAsync("pki", "list", "--site", folder["hq"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_needs_its_three_options_together()
    {
        using var folder = new TemporaryFolder();
        var run = await At(folder, "hq", "init", "--pkcs11", "/nowhere.so");
        Assert.Equal((2, "USAGE"), (run.ExitCode, run.ErrorCode));
    }

    private static Task<Ended> At(TemporaryFolder folder, string site, params string[] arguments) => RahdariProcess.RunAsync(["pki", .. arguments, "--site", folder[site], "--json"]);

    private static async Task MakeAsync(TemporaryFolder folder, string site, string node, string port) =>
        Assert.Equal(0, (await RahdariProcess.RunAsync("site", "init", "--site", folder[site], "--node", node, "--port", port, "--port-name", node, "--counter", "1")).ExitCode);
}
