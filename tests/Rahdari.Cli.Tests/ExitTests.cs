namespace Rahdari.Cli.Tests;

/// <summary>Orders, consents, clearances and contacts on the command line.</summary>
public sealed class ExitTests
{
    [Fact]
    public async Task Orders_papers_and_contacts_are_kept_and_told()
    {
        using var folder = new TemporaryFolder();
        var made = await RahdariInProcess.RunAsync("site", "init", "--json", "--site", folder["site"], "--node", "specimen-1", "--port", "PKKHI", "--port-name", "Specimen", "--counter", "A1");
        Assert.Equal(0, made.ExitCode);

        var order = folder.Write("order.json", """{"name":"NAMUNA SPECIMENZADA","cnic":"42101-0000000-2","kind":"bailCondition","legalBasis":"section 497","authority":"Sessions Court (specimen)","authorityReference":"7/2026","validFrom":"2026-01-01","instruction":"takeDocument"}""");
        Assert.Equal("inForce", (await OnSiteAsync("exit", "order", order)).Json.GetProperty("state").GetString());
        Assert.Equal("command-line", (await OnSiteAsync("exit", "lift", "1", "--reference", "8/2026", "--reason", "recalled")).Json.GetProperty("lifting").GetProperty("askedBy").GetString());
        Assert.Equal(1, (await OnSiteAsync("exit", "orders", "--search", "sessions")).Json.GetProperty("total").GetInt32());
        var printed = await RahdariInProcess.RunAsync("exit", "orders", "--site", folder["site"], "--lang", "ur");
        Assert.Contains("اٹھانے کی درخواست", printed.Output, StringComparison.Ordinal);
        Assert.Equal((3, "EXIT_ORDER_OF_ANYBODY"), Told(await OnSiteAsync("exit", "order", folder.Write("wide.json", File.ReadAllText(order).Replace("42101-0000000-2", "", StringComparison.Ordinal)))));
        Assert.Equal("EXIT_FILE_INVALID", (await OnSiteAsync("exit", "order", folder.Write("wrong.json", """{"name":7}"""))).ErrorCode);
        Assert.Equal("FILE_NOT_FOUND", (await OnSiteAsync("exit", "consent", folder["nothing.json"])).ErrorCode);

        var consent = folder.Write("consent.json", """{"name":"NANHA SPECIMENZADA","dateOfBirth":"2016-02-03","givenBy":"father","giverName":"MUSA SPECIMENZADA","reference":"7/2026","validFrom":"2026-01-01"}""");
        Assert.Equal("valid", (await OnSiteAsync("exit", "consent", consent)).Json.GetProperty("state").GetString());
        Assert.Equal(1, (await OnSiteAsync("exit", "consents")).Json.GetProperty("total").GetInt32());
        var clearance = folder.Write("clearance.json", """{"name":"NAMUNA SPECIMENZADA","cnic":"42101-0000000-2","registrationNumber":"SPC-1","destination":"SAU","employer":"Specimen","occupation":"Nurse","validTo":"2099-01-01"}""");
        Assert.Equal("valid", (await OnSiteAsync("exit", "clearance", clearance)).Json.GetProperty("state").GetString());
        Assert.Equal(1, (await OnSiteAsync("exit", "clearances", "--search", "spc-1")).Json.GetProperty("total").GetInt32());

        var contacts = folder.Write("contacts.csv", "state,kind,name,name_urdu,contact,source,checked_on\nSAU,embassy,Specimen embassy,,000,specimen.example,2026-02-01\n");
        Assert.Equal(1, (await OnSiteAsync("exit", "contacts", "--import", contacts)).Json.GetArrayLength());
        Assert.Equal(0, (await OnSiteAsync("exit", "contacts", "--state", "QAT")).Json.GetArrayLength());
        Assert.Equal("HELP_CONTACTS_INVALID", (await OnSiteAsync("exit", "contacts", "--import", order)).ErrorCode);
        Assert.Equal(0, (await RahdariInProcess.RunAsync("verify", "--site", folder["site"])).ExitCode);

        Task<Ended> OnSiteAsync(params string[] arguments) => RahdariInProcess.RunAsync([.. arguments, "--json", "--site", folder["site"]]);
    }

    private static (int, string?) Told(Ended run) => (run.ExitCode, run.ErrorCode);
}
