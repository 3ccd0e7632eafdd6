namespace Rahdari.Cli.Tests;

public sealed class TrustTests
{
    private static string List => SharedData.Path("csca", "DE_ML_2025-03-05.ml");

    private static string Root => SharedData.Path("csca", "DE_ROOT_CA_CSCA07.cer");

    [Theory]
    [InlineData("en", "The whole list verifies. 557 certificates: 9 links whose issuer is not listed, 185 linked by another of the list, 363 self-signed")]
    [InlineData("ur", "پوری فہرست درست ثابت ہوئی۔ 557 سرٹیفکیٹ")]
    public async Task The_German_list_verifies_and_the_last_line_says_so(string language, string last)
    {
        var run = await RahdariInProcess.RunAsync("trust", "verify", List, "--root", Root, "--lang", language);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(last, run.Output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_with_one_changed_byte_does_not_verify()
    {
        using var folder = new TemporaryFolder();
        var bytes = await File.ReadAllBytesAsync(List, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        var file = folder["changed.ml"];
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        var run = await RahdariInProcess.RunAsync("trust", "verify", file, "--root", Root, "--json");
        Assert.Equal(1, run.ExitCode);
        Assert.False(run.Json.GetProperty("whole").GetBoolean());
        Assert.Contains("TRUST_LIST_SIGNATURE", run.Json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_list_is_imported_at_a_site_once_and_a_States_certificates_are_listed()
    {
        using var folder = new TemporaryFolder();
        var made = await RahdariInProcess.RunAsync(
            "site", "init", "--json", "--site", folder["site"], "--node", "specimen-1", "--port", "PKKHI", "--port-name", "Specimen", "--counter", "A1");
        Assert.Equal(0, made.ExitCode);
        var imported = await RahdariInProcess.RunAsync("trust", "import", List, "--root", Root, "--site", folder["site"], "--json");
        Assert.Equal(0, imported.ExitCode);
        Assert.Equal("DE", imported.Json.GetProperty("lists")[0].GetProperty("publisher").GetString());
        var again = await RahdariInProcess.RunAsync("trust", "import", List, "--site", folder["site"], "--json");
        Assert.Equal((1, 0), (again.Json.GetProperty("lists")[0].GetProperty("number").GetInt32(), again.Json.GetProperty("lists")[0].GetProperty("added").GetInt32()));
        var refused = await RahdariInProcess.RunAsync("trust", "import", Root, "--root", Root, "--site", folder["site"], "--json");
        Assert.Equal((3, "TRUST_LIST_UNREADABLE"), (refused.ExitCode, refused.ErrorCode));
        var listed = await RahdariInProcess.RunAsync("trust", "list", "--country", "DE", "--site", folder["site"], "--json");
        Assert.All(listed.Json.GetProperty("certificates").EnumerateArray(), c => Assert.Equal("DE", c.GetProperty("country").GetString()));
        Assert.True(listed.Json.GetProperty("certificates").GetArrayLength() > 1);
    }

    [Fact]
    public async Task What_is_no_list_and_no_certificate_is_told()
    {
        Assert.Equal(3, (await RahdariInProcess.RunAsync("trust", "verify", Root, "--root", Root)).ExitCode);
        Assert.Contains("CERTIFICATE_INVALID", (await RahdariInProcess.RunAsync("trust", "verify", List, "--root", List)).Error, StringComparison.Ordinal);
        Assert.Equal(4, (await RahdariInProcess.RunAsync("trust", "verify", List, "--root", "/nowhere.cer")).ExitCode);
        Assert.Equal(2, (await RahdariInProcess.RunAsync("trust", "verify", List)).ExitCode);
    }
}
