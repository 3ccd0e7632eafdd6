using Rahdari.Casework.Cases;
using Rahdari.Casework.Shelter.Alerts;
using Rahdari.Casework.Shelter.Beds;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Referrals;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Tests.Shelter;

/// <summary>A file in which every text is a value that stands nowhere else.</summary>
internal static class ToldByVictims
{
    public static readonly DateOnly Day = new(2026, 3, 1);

    /// <summary>Every one of them.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "SPECIMEN QUETZAL", "ALIAS WOMBATRIX", "1999-12-07", "SPC98X7654", "Burushaski", "house of the axolotl", "0300-7391846", "ring twice then wait", "RELATIVE OKAPINA", "stepaunt", "0311-5550199",
        "needs spectacles urgently", "his cousin the tapir", "assessment narwhal", "offered by pangolin", "learn tailoring in spring", "fracture of the ulna", "penicillin allergy", "wakes from dreams of kestrels",
        "claims unpaid wages", "advocate IBISWALA", "never open the blue door", "scar above the brow", "explained in the garden", "form ZEBU-17", "message about the ulna", "seen by the ferry", "keep the gate shut",
        "left with her aunt", "Torwali", "KINGFISHER of the import",
    ];

    /// <summary>Records it all: sections, consent, referral, alert, stay, waiting.</summary>
    public static async Task<VictimFile> RecordAsync(ShelterSite site)
    {
        var files = site.Get<VictimFiles>();
        var file = await site.FileAsync(new IdentitySection("SPECIMEN QUETZAL", ["ALIAS WOMBATRIX"], Sex.Female, AgeGroup.YoungAdult, "1999-12-07", "UTO", ["SPC98X7654"], ["Burushaski"]));
        SectionContent[] sections =
        [
            new ContactSection("house of the axolotl", "0300-7391846", "ring twice then wait", [new Relative("RELATIVE OKAPINA", "stepaunt", "0311-5550199", false)]),
            new AssessmentSection(Day, [ExploitationForm.DomesticServitude], [new Need(ServiceKind.Medical, Urgency.Soon, "needs spectacles urgently")], [new Risk(RiskKind.Retaliation, RiskLevel.High, "his cousin the tapir")], null, "assessment narwhal"),
            new ServicesSection([new Service(Guid.NewGuid(), ServiceKind.Medical, "CLINIC-1", Day, true, Day, Day, null, "offered by pangolin")], new ServicePlan(Day, [new Goal("learn tailoring in spring", Day.AddDays(60), null)], Day.AddDays(30))),
            new MedicalSection([new DatedNote(Day, "fracture of the ulna")], "penicillin allergy"),
            new PsychologicalSection([new DatedNote(Day, "wakes from dreams of kestrels")]),
            new LegalSection([new DatedNote(Day, "claims unpaid wages")], "advocate IBISWALA", true),
            new SafetySection([new DatedNote(Day, "never open the blue door")], "scar above the brow"),
            new CaseDataSection("""{"vic_LocationOfRecruitment":"KINGFISHER of the import"}"""),
        ];
        foreach (var section in sections)
            Assert.True((await files.WriteAsync(site.Cabinet, file.Id, section, 0, site.Amal)).Succeeded);
        var told = new ConsentDetails(ConsentBy.Victim, null, "form ZEBU-17", "explained in the garden", "Torwali");
        var now = site.Clock.GetUtcNow();
        var consent = await site.Get<ConsentRegister>().RecordAsync(site.Cabinet, file.Id, new NewConsent(Guid.NewGuid(), Purpose.MedicalCare, "CLINIC-1", false, now, now.AddDays(30), told), site.Amal);
        var referral = await site.Get<ReferralDesk>().OfferAsync(site.Cabinet, Guid.NewGuid(), consent.Value!.Id, "message about the ulna", site.Amal);
        Assert.True((await site.Get<ReferralDesk>().AcceptAsync(site.ClinicCabinet, referral.Value!.Id, site.Clinic)).Succeeded);
        Assert.True((await site.Get<AlertDesk>().RaiseAsync(site.Cabinet, Guid.NewGuid(), file.Id, AlertLevel.Urgent, AlertKind.TraffickerSeen, "seen by the ferry", "keep the gate shut", null, site.Amal)).Succeeded);
        var bed = await site.Get<BedRegister>().AddAsync(site.Cabinet, new Bed(Guid.NewGuid(), "House A", "1", "1", Suitability.Women, Day, null), site.Amal);
        var stay = await site.Get<BedRegister>().BeginAsync(site.Cabinet, Guid.NewGuid(), file.Id, bed.Value!.Id, Day, site.Amal);
        Assert.True((await site.Get<BedRegister>().EndAsync(site.Cabinet, stay.Value!.Id, Day.AddDays(2), new StayEnd(ExitReason.OwnWish, DestinationKind.Family, null, null, "left with her aunt"), site.Amal)).Succeeded);
        Assert.True((await site.Get<BedRegister>().WaitAsync(site.Cabinet, Guid.NewGuid(), file.Id, "House A", Suitability.Women, site.Amal)).Succeeded);
        return file;
    }
}
