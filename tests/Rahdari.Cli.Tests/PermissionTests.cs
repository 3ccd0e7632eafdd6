namespace Rahdari.Cli.Tests;

/// <summary>Visas, extensions and rules of entry from the command line.</summary>
public sealed class PermissionTests
{
    private const string Rules = """{"classes":[{"code":"TOURIST","kind":"visa","title":"Tourist visa","titleUrdu":"سیاحتی ویزا","entries":1,"stayDays":30,"legalBasis":"Specimen rule","from":"2020-01-01"}]}""";

    [Fact]
    public async Task Rules_are_published_visas_recorded_and_revoked_and_stays_extended()
    {
        using var folder = new TemporaryFolder();
        await RahdariInProcess.RunAsync("site", "init", "--site", folder["site"], "--node", "specimen-1", "--port", "PKKHI", "--port-name", "Specimen", "--counter", "A1");
        Assert.Contains("No rules of entry", (await PlainAsync(folder, "entry-rules", "show")).Output, StringComparison.Ordinal);
        var wrong = await OnSiteAsync(folder, "entry-rules", "publish", folder.Write("wrong.json", Rules.Replace("30", "0", StringComparison.Ordinal)), "--reason", "specimen");
        Assert.Equal((3, "ENTRY_RULES_INVALID"), (wrong.ExitCode, wrong.ErrorCode));
        Assert.Equal("classes[0].stayDays", wrong.Json.GetProperty("error").GetProperty("field").GetString());
        Assert.Equal((4, "FILE_NOT_FOUND"), await Code("entry-rules", "publish", folder["none.json"], "--reason", "specimen"));
        Assert.Equal(1, (await OnSiteAsync(folder, "entry-rules", "publish", folder.Write("rules.json", Rules), "--reason", "specimen")).Json.GetProperty("number").GetInt32());
        Assert.Equal(1, (await OnSiteAsync(folder, "entry-rules", "versions")).Json.GetProperty("total").GetInt32());
        Assert.Contains("سیاحتی ویزا", (await PlainAsync(folder, "entry-rules", "show", "--lang", "ur")).Output, StringComparison.Ordinal);

        string[] visa = ["permission", "issue", "--authority", "Mission", "--number", "V-1", "--class", "TOURIST", "--document", "SPC000001", "--nationality", "UTO", "--surname", "SPECIMEN", "--from", "2026-01-01", "--until", "2026-12-31"];
        var id = (await OnSiteAsync(folder, visa)).Json.GetProperty("id").GetString()!;
        Assert.Equal((3, "PERMISSION_NUMBER_TAKEN"), await Code([.. visa, "--entries", "2"]));
        var file = folder.Write("visas.csv", "authority,number,class,issuingState,documentNumber,nationality,primaryIdentifier,secondaryIdentifier,dateOfBirth,validFrom,validUntil\n"
            + "Mission,V-1,TOURIST,UTO,SPC000001,UTO,SPECIMEN,,XXXX,2026-01-01,2026-12-31\nMission,V-2,TOURIST,UTO,SPC000002,UTO,SPECIMENA,,1980,2026-01-01,2026-12-31\nMission,V-3,TOURIST,UTO,SPC000003,UTO,SPECIMENA,,1980,tomorrow,2026-12-31\n");
        var imported = await OnSiteAsync(folder, "permission", "import", file);
        Assert.Equal((1, 3, 1, 1, 1), (imported.ExitCode, Count("read"), Count("recorded"), Count("known"), Count("rejected")));
        var error = Assert.Single(imported.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal((4, "validFrom"), (error.GetProperty("line").GetInt32(), error.GetProperty("field").GetString()));
        Assert.Equal("V-2", (await OnSiteAsync(folder, "permission", "list", "--search", "specimena")).Json.GetProperty("items")[0].GetProperty("number").GetString());
        Assert.Equal("a mistake", (await OnSiteAsync(folder, "permission", "revoke", id, "--reason", "a mistake")).Json.GetProperty("revokedReason").GetString());
        Assert.Contains("a mistake", (await PlainAsync(folder, "permission", "show", id, "--lang", "ur")).Output, StringComparison.Ordinal);

        var extension = await OnSiteAsync(folder, "extension", "grant", "--authority", "Office", "--reference", "X-1", "--state", "UTO", "--document", "SPC000001", "--decided", "2020-01-02", "--until", "2020-03-01", "--basis", "specimen");
        Assert.Equal(0, extension.ExitCode);
        Assert.Equal(0, (await OnSiteAsync(folder, "extension", "revoke", extension.Json.GetProperty("id").GetString()!, "--reason", "a mistake")).ExitCode);
        Assert.Contains("X-1", (await PlainAsync(folder, "extension", "list")).Output, StringComparison.Ordinal);
        Assert.Equal((4, "EXTENSION_NOT_FOUND"), await Code("extension", "revoke", Guid.NewGuid().ToString(), "--reason", "a mistake"));

        int Count(string name) => imported.Json.GetProperty(name).GetInt32();

        async Task<(int, string?)> Code(params string[] arguments)
        {
            var run = await OnSiteAsync(folder, arguments);
            return (run.ExitCode, run.ErrorCode);
        }
    }

    private static Task<Ended> OnSiteAsync(TemporaryFolder folder, params string[] arguments) => RahdariInProcess.RunAsync([.. arguments, "--json", "--site", folder["site"]]);

    private static Task<Ended> PlainAsync(TemporaryFolder folder, params string[] arguments) => RahdariInProcess.RunAsync([.. arguments, "--site", folder["site"]]);
}
