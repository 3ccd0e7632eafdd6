using Rahdari.Casework.Cases;
using Rahdari.Casework.Shelter.Alerts;
using Rahdari.Casework.Shelter.Beds;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Tests.Shelter;

public sealed class BedTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public async Task A_bed_holds_one_person_a_night_and_only_whom_it_suits()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var beds = site.Get<BedRegister>();
        var bed = (await beds.AddAsync(site.Cabinet, new Bed(Guid.NewGuid(), "House A", "1", "left", Suitability.Women, Day, null), site.Amal)).Value!;
        var other = (await beds.AddAsync(site.Cabinet, new Bed(Guid.NewGuid(), "House A", "1", "right", Suitability.Women, Day, null), site.Amal)).Value!;
        var (she, next, he) = (await site.FileAsync(), await site.FileAsync(), await site.FileAsync(ShelterSite.Identity("SPECIMEN HE", Sex.Male)));
        Assert.Equal("SHELTER_BED_UNSUITABLE", (await beds.BeginAsync(site.Cabinet, Guid.NewGuid(), he.Id, bed.Id, Day, site.Amal)).Problem?.Code);
        Assert.Equal("SHELTER_BED_UNKNOWN", (await beds.BeginAsync(site.Cabinet, Guid.NewGuid(), she.Id, bed.Id, Day.AddDays(-1), site.Amal)).Problem?.Code);
        var waits = await beds.WaitAsync(site.Cabinet, Guid.NewGuid(), next.Id, "House A", Suitability.Women, site.Amal);
        Assert.Equal(next.Pseudonym, waits.Value?.Pseudonym);

        // Asked at once twice, one gets it.
        var asked = await Task.WhenAll(
            beds.BeginAsync(site.Cabinet, Guid.NewGuid(), she.Id, bed.Id, Day, site.Amal),
            beds.BeginAsync(site.Cabinet, Guid.NewGuid(), next.Id, bed.Id, Day, site.Amal));
        var stay = Assert.Single(asked, a => a.Succeeded).Value!;
        Assert.Single(asked, a => a.Problem?.Code == "SHELTER_BED_TAKEN");
        Assert.Equal("SHELTER_STAYS_ALREADY", (await beds.BeginAsync(site.Cabinet, Guid.NewGuid(), stay.FileId, other.Id, Day, site.Amal)).Problem?.Code);
        Assert.Equal("SHELTER_BED_TAKEN", (await beds.CloseAsync(site.Cabinet, bed.Id, Day.AddDays(9), site.Amal)).Problem?.Code);

        Assert.True((await beds.EndAsync(site.Cabinet, stay.Id, Day.AddDays(3), new StayEnd(ExitReason.OwnWish, DestinationKind.Family, Day.AddDays(33), null, null), site.Amal)).Succeeded);
        Assert.Equal("SHELTER_STAY_ENDED", (await beds.EndAsync(site.Cabinet, stay.Id, Day.AddDays(4), new StayEnd(ExitReason.OwnWish, DestinationKind.Family, null, null, null), site.Amal)).Problem?.Code);
        var left = stay.FileId == she.Id ? next : she;
        Assert.Equal("SHELTER_BED_TAKEN", (await beds.BeginAsync(site.Cabinet, Guid.NewGuid(), left.Id, bed.Id, Day.AddDays(2), site.Amal)).Problem?.Code);
        Assert.True((await beds.BeginAsync(site.Cabinet, Guid.NewGuid(), left.Id, bed.Id, Day.AddDays(3), site.Amal)).Succeeded);
        var nights = await beds.OccupancyAsync(site.Cabinet, "House A", Day.AddDays(2), site.Amal);
        Assert.Equal(stay.Pseudonym, nights.Value!.Single(b => b.Bed.Id == bed.Id).Stay?.Pseudonym);
        nights = await beds.OccupancyAsync(site.Cabinet, null, Day.AddDays(3), site.Amal);
        Assert.Equal(left.Pseudonym, nights.Value!.Single(b => b.Bed.Id == bed.Id).Stay?.Pseudonym);
        Assert.Null(nights.Value!.Single(b => b.Bed.Id == other.Id).Stay);
        Assert.Empty((await beds.WaitingAsync(site.Cabinet, site.Amal)).Value!);
        Assert.Single((await beds.StaysAsync(site.Cabinet, stay.FileId, site.Amal)).Value!);
        Assert.Equal(DueKind.FollowUp, Assert.Single((await site.Get<VictimFiles>().DueAsync(site.Cabinet, Day.AddDays(40), site.Amal)).Value!).Kind);
    }

    [Fact]
    public async Task Services_are_given_to_whom_accepted_them_and_plans_fall_due()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var files = site.Get<VictimFiles>();
        var file = await site.FileAsync();
        var offered = new Service(Guid.NewGuid(), ServiceKind.Legal, "LAW-1", Day, null, null, null, null, null);
        Assert.Equal("services.givenFrom", (await files.WriteAsync(site.Cabinet, file.Id, new ServicesSection([offered with { GivenFrom = Day }], null), 0, site.Amal)).Problem?.Field);
        Assert.Equal("services.givenFrom", (await files.WriteAsync(site.Cabinet, file.Id, new ServicesSection([offered with { IsAccepted = false, AnsweredOn = Day, GivenFrom = Day }], null), 0, site.Amal)).Problem?.Field);
        var plan = new ServicePlan(Day, [new Goal("an identity card", Day.AddDays(20), null), new Goal("a school", Day.AddDays(9), Day.AddDays(2))], Day.AddDays(14));
        Assert.True((await files.WriteAsync(site.Cabinet, file.Id, new ServicesSection([offered with { IsAccepted = true, AnsweredOn = Day, GivenFrom = Day }], plan), 0, site.Amal)).Succeeded);
        Assert.Equal("SHELTER_SECTION_CHANGED_SINCE", (await files.WriteAsync(site.Cabinet, file.Id, new ServicesSection([], null), 0, site.Amal)).Problem?.Code);
        var assessment = new AssessmentSection(Day, [ExploitationForm.ForcedLabour], [new Need(ServiceKind.Medical, Urgency.AtOnce, null)], [new Risk(RiskKind.Retaliation, RiskLevel.High, null)], Day.AddDays(7), null);
        Assert.True((await files.WriteAsync(site.Cabinet, file.Id, assessment, 0, site.Amal)).Succeeded);
        var due = (await files.DueAsync(site.Cabinet, Day.AddDays(30), site.Amal)).Value!;
        Assert.Equal([DueKind.Assessment, DueKind.PlanReview, DueKind.Goal], due.Select(d => d.Kind));
        Assert.Equal(file.Id, Assert.Single((await files.SearchAsync(site.Cabinet, "amina", site.Amal)).Value!).Id);
    }

    [Fact]
    public async Task An_alert_reaches_who_holds_the_file_and_the_police_by_pseudonym_where_the_victim_consents()
    {
        await using var site = await ShelterSite.FoundedAsync();
        var desk = site.Get<AlertDesk>();
        var file = await site.FileAsync();
        Task<Answer<RaisedAlert>> Raise(string? circle) =>
            desk.RaiseAsync(site.Cabinet, Guid.NewGuid(), file.Id, AlertLevel.Now, AlertKind.TraffickerSeen, "seen at the gate", "stay inside", circle, site.Amal);
        Assert.Equal(["DAR-1"], (await Raise(null)).Value?.Organisations);
        Assert.Empty((await desk.ListAsync(site.ClinicCabinet, site.Clinic)).Value!);
        var consent = await site.ReferAsync(file);
        Assert.Equal(["CLINIC-1", "DAR-1"], (await Raise(null)).Value?.Organisations);
        Assert.Equal("seen at the gate", Assert.Single((await desk.ListAsync(site.ClinicCabinet, site.Clinic)).Value!).Content.What);
        Assert.Equal("SHELTER_CONSENT_REQUIRED", (await Raise("AHTC-KHI")).Problem?.Code);
        var investigator = new Actor("inspector", new HashSet<string> { Roles.Investigator }, null) { Circle = "AHTC-KHI" };
        Assert.Empty((await site.Get<PoliceAlerts>().ListAsync(investigator)).Value!);

        Assert.True((await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, file.Id, ShelterSite.ConsentTo("AHTC-KHI", Purpose.PoliceAlert, site.Clock.GetUtcNow()), site.Amal)).Succeeded);
        Assert.True((await Raise("AHTC-KHI")).Succeeded);
        Assert.Equal(file.Pseudonym, Assert.Single((await site.Get<PoliceAlerts>().ListAsync(investigator)).Value!).Pseudonym);
        Assert.Empty((await site.Get<PoliceAlerts>().ListAsync(investigator with { Circle = "AHTC-LHE" })).Value!);

        // Without the consent the clinic reads none of them any more.
        await site.Get<ConsentRegister>().RevokeAsync(site.Cabinet, consent.Id, site.Amal);
        Assert.Empty((await desk.ListAsync(site.ClinicCabinet, site.Clinic)).Value!);
    }
}
