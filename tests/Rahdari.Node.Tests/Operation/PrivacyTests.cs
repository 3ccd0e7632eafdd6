namespace Rahdari.Node.Tests.Operation;

public sealed class PrivacyTests
{
    public static TheoryData<string> Engines => RunningSite.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Nothing_of_any_person_and_no_password_reaches_the_log_even_where_everything_is_logged(string engine)
    {
        using var log = new CapturedLog();
        await using var site = await RunningSite.StartAsync(engine, log: log);
        await site.ListAsync(("SP.1", "Zarqulabad Quxspecimen", "1980-05-17"));
        var officer = await site.SignInAsync(Roles.Officer);
        var supervisor = await site.SignInAsync(Roles.Supervisor);
        const string Surname = "QUXSPECIMEN";
        const string Number = "Q7X7X7X7X";

        var encounter = await officer.PostAsync("/api/v1/encounters", new { mrz = Specimens.Passport(Number, Surname, "ZARQULABAD"), direction = "entry", counter = "1" });
        Assert.Equal(1, encounter.Json.GetProperty("hits").GetArrayLength());
        var decision = $"/api/v1/encounters/{encounter.Json.GetProperty("id").GetGuid()}/decision";
        await officer.PostAsync(decision, new { kind = "pass", reason = "Reason-Quxreason" }, "key-quxquxqux");
        await officer.PostAsync(decision, new { kind = "refer", reason = "Reason-Quxreason" }, "key-quxquxqux");
        await officer.GetAsync($"/api/v1/crossings?surname={Surname}&documentNumber={Number}");
        await officer.GetAsync($"/api/v1/crossings?travellerId={Surname}");
        await officer.PostAsync("/api/v1/screenings", new { person = new { name = "Zarqulabad Quxspecimen", dateOfBirth = "1980-05-17" } });
        await officer.PostAsync("/api/v1/screenings", new { person = new { name = Surname, dateOfBirth = Surname } });
        await officer.PostAsync("/api/v1/encounters", new StringContent($"{{\"mrz\": \"{Surname}\", \"direction\": \"{Surname}\", \"counter\": {Surname}", null, "application/json"));
        await officer.PostAsync("/api/v1/documents/inspection", new { mrz = Specimens.Passport(Number, Surname) });
        await supervisor.GetAsync("/api/v1/hits");
        foreach (var (name, password) in new[] { ("officer", "wrong-Quxpassword"), ("Quxpassword-as-a-name", "x"), ("officer", RunningSite.Password) })
            await site.Client().PostAsync("/api/v1/session", new { name, password, code = "271828" });

        Assert.NotEmpty(log.Lines);
        Assert.Contains(log.Lines, l => l.Contains("Microsoft.AspNetCore.Routing", StringComparison.Ordinal));
        foreach (var secret in new[] { Surname, "ZARQULABAD", Number, "1980-05-17", "Quxreason", "Quxpassword", RunningSite.Password, "271828", "key-quxquxqux" })
            Assert.DoesNotContain(log.Lines, l => l.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }
}
