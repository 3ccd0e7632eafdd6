using System.Text;
using CsCheck;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Htcds;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Tests.Shelter;

public sealed class CaseDataTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_imported_goes_out_as_it_came()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var desk = site.Get<CaseDataDesk>();
        HtcdsCase[] cases = [.. Htcds.Specimens.Case.Array[30].Single()];
        using var file = new MemoryStream();
        HtcdsJsonWriter.Write(file, cases);
        var (batch, bytes) = (Guid.NewGuid(), file.ToArray());
        var imported = (await desk.ImportAsync(site.Cabinet, batch, new MemoryStream(bytes), site.Amal, Cancellation)).Value!;
        Assert.All(imported, one => Assert.NotNull(one.File));
        Assert.Equal(cases.Length, imported.Select(one => one.File!.Id).Distinct().Count());
        for (var i = 0; i < cases.Length; i++)
            Assert.Equal(cases[i], (await desk.ExportAsync(site.Cabinet, imported[i].File!.Id, null, site.Amal, Cancellation)).Value);

        // Sent again it is the same files; another case in its place is refused.
        var again = (await desk.ImportAsync(site.Cabinet, batch, new MemoryStream(bytes), site.Amal, Cancellation)).Value!;
        Assert.Equal(imported.Select(one => one.File!.Id), again.Select(one => one.File!.Id));
        var other = (await desk.ImportAsync(site.Cabinet, batch, new MemoryStream(Encoding.UTF8.GetBytes("""{"prs_FirstName":"SPECIMEN OTHER"}""")), site.Amal, Cancellation)).Value!;
        Assert.Equal("CASE_KEY_TAKEN", Assert.Single(Assert.Single(other).Findings).Code);
    }

    [Fact]
    public async Task What_the_file_says_by_now_is_written_over_it_and_the_rest_stays()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var (files, desk) = (site.Get<VictimFiles>(), site.Get<CaseDataDesk>());
        const string json = """{"prs_FirstName":"SPECIMEN","prs_SecondName":"AMINA","prs_Gender":"Feminine","prs_Birthdate":"1998-05","prs_IdentityNumber":"SPC1","vic_TypeOfExploitation":["ForcedLabour","Surrogacy"],"our_field":"kept"}""";
        var id = (await desk.ImportAsync(site.Cabinet, Guid.NewGuid(), new MemoryStream(Encoding.UTF8.GetBytes(json)), site.Amal, Cancellation)).Value![0].File!.Id;
        var identity = (IdentitySection)(await files.ReadAsync(site.Cabinet, id, FileSection.Identity, null, site.Amal, Cancellation)).Value!.Content;
        Assert.Equal(("SPECIMEN AMINA", Sex.Female, "1998-05", AgeGroup.YoungAdult), (identity.Name, identity.Sex, identity.DateOfBirth, identity.AgeGroup));
        await files.WriteAsync(site.Cabinet, id, identity with { Name = "SPECIMEN AMINA BIBI" }, 1, site.Amal, Cancellation);
        await files.WriteAsync(site.Cabinet, id, new AssessmentSection(new DateOnly(2026, 3, 1), [ExploitationForm.ForcedMarriage], [], [], null, null), 0, site.Amal, Cancellation);
        var told = (await desk.ExportAsync(site.Cabinet, id, null, site.Amal, Cancellation)).Value!.Main;
        Assert.Equal(("SPECIMEN AMINA BIBI", null, "SPC1", "kept"), (told.Text("prs_FirstName"), told.Text("prs_SecondName"), told.Text("prs_IdentityNumber"), told.Extra["our_field"]));
        Assert.Equal(["Surrogacy", "ForcedMarriage"], told.Options("vic_TypeOfExploitation"));
    }

    [Fact]
    public async Task For_somebody_else_it_is_what_a_consent_covers()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var (files, desk) = (site.Get<VictimFiles>(), site.Get<CaseDataDesk>());
        var id = (await files.OpenAsync(site.Cabinet, Guid.NewGuid(), ShelterSite.Identity(), site.Amal, Cancellation)).Value!.Id;
        await files.WriteAsync(site.Cabinet, id, new AssessmentSection(new DateOnly(2026, 3, 1), [ExploitationForm.ForcedLabour], [], [], null, null), 0, site.Amal, Cancellation);
        Assert.False((await desk.ExportAsync(site.Cabinet, id, (Purpose.MedicalCare, "CLINIC-1"), site.Amal, Cancellation)).Succeeded);
        Assert.True((await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, id, ShelterSite.ConsentTo("CLINIC-1", Purpose.MedicalCare, site.Clock.GetUtcNow()), site.Amal, Cancellation)).Succeeded);
        var told = (await desk.ExportAsync(site.Cabinet, id, (Purpose.MedicalCare, "CLINIC-1"), site.Amal, Cancellation)).Value!.Main;
        Assert.Equal("SPECIMEN AMINA", told.Text("prs_FirstName"));
        Assert.Empty(told.Options("vic_TypeOfExploitation")); // The clinic is not told.
        Assert.False((await desk.ExportAsync(site.ClinicCabinet, id, null, site.Clinic, Cancellation)).Succeeded);
    }

    [Fact]
    public async Task A_case_that_cannot_be_read_keeps_no_other_from_being_taken()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var lines = "{\"prs_FirstName\":\"SPECIMEN ONE\"}\n{\"prs_Gender\":\"Nonsense\"}\n{\"prs_FirstName\":\"SPECIMEN THREE\"}\n";
        var imported = (await site.Get<CaseDataDesk>().ImportAsync(site.Cabinet, Guid.NewGuid(), new MemoryStream(Encoding.UTF8.GetBytes(lines)), site.Amal, Cancellation)).Value!;
        Assert.Equal([true, false, true], imported.Select(one => one.File is not null));
        Assert.NotEmpty(imported[1].Findings);
    }
}
