using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Rahdari.Links.Pki;
using static Rahdari.Links.Tests.Pki.PkiSites;

namespace Rahdari.Links.Tests.Pki;

/// <summary>The authority's key in SoftHSM, as in any PKCS #11 token.</summary>
public sealed class TokenTests
{
    private const string Pin = "246810";

    private static readonly string? Library = new[] { "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so" }.FirstOrDefault(File.Exists);

    [Fact]
    public async Task An_authority_whose_key_is_in_a_token_certifies_and_revokes_and_has_no_key_file()
    {
        Assert.SkipWhen(Library is null, "SoftHSM is not installed (Debian: softhsm2); ./test installs it.");
        await using var sites = await PkiSites.OpenAsync(withAuthority: false);
        var token = await TokenAsync(sites);
        Assert.Equal("PKI_TOKEN_FAILED", (await sites.Authority.InitAsync("PAK", null, token with { Token = "another" }, Administrator)).Problem?.Code);
        Assert.Equal("PKI_KEY_UNREADABLE", (await sites.Authority.InitAsync("PAK", null, token with { PinFile = sites["nothing"] }, Administrator)).Problem?.Code);
        Assert.Equal("PKI_TOKEN_FAILED", (await sites.Authority.InitAsync("PAK", null, token with { Module = "/nowhere.so" }, Administrator)).Problem?.Code);
        Assert.False(Directory.Exists(sites.AuthorityFiles.Path));

        Value(await sites.Authority.InitAsync("PAK", null, token, Administrator));
        Assert.False(File.Exists(sites.AuthorityFiles.KeyFile));
        Assert.DoesNotContain(Directory.GetFiles(sites.AuthorityFiles.Path), file => Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains("PRIVATE KEY", StringComparison.Ordinal) || Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains(Pin, StringComparison.Ordinal));
        await sites.EnrolAsync();
        using (var trust = Value(NodeTrust.Open(sites.Headquarters.Folder.FullPath)))
            Assert.Equal("PKKHI", trust.Find("khi-1")?.Port);
        using (var credentials = Value(NodeCredentials.Open(sites.Port.Folder, sites.Clock)))
            Assert.Equal("khi-1", Value(credentials.Check(credentials.Link)));
        Value(await sites.Authority.RevokeAsync("khi-1", RevocationReason.Superseded, null, Administrator));
        var (_, said) = await OpenSslAsync("verify", "-attime", $"{sites.Clock.GetUtcNow().ToUnixTimeSeconds()}", "-crl_check", "-CAfile", sites.AuthorityFiles.CertificateFile, "-CRLfile", sites.AuthorityFiles.RevocationFile, sites.NodeFiles.LinkCertificateFile);
        Assert.Contains("certificate revoked", said, StringComparison.Ordinal);

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(token.PinFile, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Equal("PKI_KEY_PERMISSIONS", (await sites.Authority.InviteAsync("lhe-1", "PKLHE", 7, Administrator)).Problem?.Code);
        Write(token.PinFile, "000000");
        Assert.Contains("CKR_PIN_INCORRECT", (await sites.Authority.InviteAsync("lhe-1", "PKLHE", 7, Administrator)).Problem?.Evidence["reason"], StringComparison.Ordinal);
    }

    private static async Task<TokenReference> TokenAsync(PkiSites sites)
    {
        Directory.CreateDirectory(sites["tokens"]);
        var settings = sites["softhsm2.conf"];
        await File.WriteAllTextAsync(settings, $"directories.tokendir = {sites["tokens"]}\nobjectstore.backend = file\nlog.level = ERROR\n");
        // The library asks the C library, which does not see what .NET sets.
        Assert.Equal(0, SetVariable("SOFTHSM2_CONF\0"u8.ToArray(), [.. Encoding.UTF8.GetBytes(settings), 0], 1));
        var start = new ProcessStartInfo("softhsm2-util", ["--init-token", "--free", "--label", "rahdari", "--pin", Pin, "--so-pin", "13579"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SOFTHSM2_CONF"] = settings;
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync() + await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said);
        Write(sites["pin"], Pin + "\n");
        return new TokenReference(Library!, "rahdari", sites["pin"]);
    }

    private static void Write(string file, string text)
    {
        File.Delete(file);
        PrivateFiles.Create(file, Encoding.ASCII.GetBytes(text));
    }

    [DllImport("libc", EntryPoint = "setenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetVariable(byte[] name, byte[] value, int overwrite);
}
