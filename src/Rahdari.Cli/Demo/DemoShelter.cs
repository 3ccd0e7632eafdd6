using System.Security.Cryptography;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Shelter.Beds;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Cli.Output;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Cli.Demo;

/// <summary>An invented shelter and a clinic that trust each other, with beds and two files of people who do not exist.</summary>
internal sealed class DemoShelter
{
    /// <summary>The shelter's code.</summary>
    public const string Shelter = "SPECIMEN-HOUSE";

    /// <summary>The clinic's code.</summary>
    public const string Clinic = "SPECIMEN-CLINIC";

    private const string House = "House A (specimen)";

    private static readonly string[] Words =
        ["amber", "anchor", "apple", "basket", "bridge", "candle", "cedar", "cloud", "copper", "cotton", "desert", "falcon", "garden", "harbour", "island", "jasmine", "lantern", "meadow", "mirror", "olive", "orchard", "paper", "pepper", "river", "saffron", "silver", "spring", "thunder", "valley", "velvet", "willow", "winter"];

    private readonly Dictionary<string, string> passphrases = new() { ["caseworker1"] = NewPassphrase(), ["caseworker2"] = NewPassphrase() };

    /// <summary>The organisation of a caseworker.</summary>
    public static string OrganisationOf(string caseworker) => caseworker == "caseworker1" ? Shelter : Clinic;

    /// <summary>What opens a caseworker's cabinet; null for who is none.</summary>
    public string? PassphraseOf(string user) => passphrases.GetValueOrDefault(user);

    /// <summary>Founds both, adds beds and opens the files; the rule broken where something was not taken.</summary>
    public async Task<Finding?> RecordAsync(SiteSession session, DateOnly today, CancellationToken cancellation)
    {
        var (amal, clara) = (Caseworker("caseworker1"), Caseworker("caseworker2"));
        var register = session.Get<OrganisationRegister>();
        var house = await register.FoundAsync("Specimen house", OrganisationKind.Shelter, "+92-000-0000001 (specimen)", passphrases[amal.Name], amal, cancellation);
        var clinic = await register.FoundAsync("Specimen clinic", OrganisationKind.Medical, "+92-000-0000002 (specimen)", passphrases[clara.Name], clara, cancellation);
        if ((house.Problem ?? clinic.Problem) is { } notFounded)
            return notFounded;
        var opened = await register.OpenAsync(passphrases[amal.Name], amal, cancellation);
        if (!opened.Succeeded)
            return opened.Problem;
        using var cabinet = opened.Value;
        var trusted = await register.TrustAsync(cabinet, Clinic, clinic.Value!.Organisation.Fingerprint, amal, cancellation);
        return trusted.Problem ?? await BedsAsync(session, cabinet, amal, today, cancellation) ?? await FilesAsync(session, cabinet, amal, today, cancellation);
    }

    private static async Task<Finding?> BedsAsync(SiteSession session, Cabinet cabinet, Actor actor, DateOnly today, CancellationToken cancellation)
    {
        foreach (var (room, name, suitability) in new[] { ("1", "1", Suitability.Women), ("1", "2", Suitability.Women), ("2", "1", Suitability.Family), ("2", "2", Suitability.Family), ("3", "1", Suitability.Minors), ("4", "1", Suitability.Men) })
        {
            var added = await session.Get<BedRegister>().AddAsync(cabinet, new Bed(Guid.CreateVersion7(), House, room, name, suitability, today.AddDays(-30), null), actor, cancellation);
            if (!added.Succeeded)
                return added.Problem;
        }
        return null;
    }

    private static async Task<Finding?> FilesAsync(SiteSession session, Cabinet cabinet, Actor actor, DateOnly today, CancellationToken cancellation)
    {
        var files = session.Get<VictimFiles>();
        IdentitySection[] people =
        [
            new("SPECIMEN AMINA", ["AMINA (specimen)"], Sex.Female, AgeGroup.YoungAdult, $"{today.Year - 22}", "UTO", [], ["Sindhi", "Urdu"]),
            new("SPECIMEN BILAL", [], Sex.Male, AgeGroup.Adult, null, "UTO", ["SPC0098765"], ["Pashto"]),
        ];
        foreach (var (index, who) in people.Index())
        {
            var file = await files.OpenAsync(cabinet, Guid.CreateVersion7(), who, actor, cancellation);
            if (!file.Succeeded)
                return file.Problem;
            SectionContent[] sections =
            [
                new AssessmentSection(
                    today.AddDays(-7), [index == 0 ? ExploitationForm.DomesticServitude : ExploitationForm.BondedLabour], [new Need(ServiceKind.Medical, Urgency.AtOnce, null), new Need(ServiceKind.Legal, Urgency.Later, null)],
                    [new Risk(RiskKind.Retaliation, RiskLevel.High, "the recruiter knows the family's village (specimen)")], today.AddDays(3 + index), null),
                new ServicesSection(
                    [new Service(Guid.CreateVersion7(), ServiceKind.MaterialAid, Shelter, today.AddDays(-7), true, today.AddDays(-7), today.AddDays(-7), null, null)],
                    new ServicePlan(today.AddDays(-6), [new Goal("an identity card (specimen)", today.AddDays(20), null)], today.AddDays(10))),
                new SafetySection([new DatedNote(today.AddDays(-7), "Telephone only after the evening prayer (specimen).")], "a man with a grey pick-up (specimen)"),
            ];
            foreach (var section in sections)
            {
                var written = await files.WriteAsync(cabinet, file.Value.Id, section, 0, actor, cancellation);
                if (!written.Succeeded)
                    return written.Problem;
            }
            if (index == 0 && await StayAsync(session, cabinet, file.Value.Id, actor, today, cancellation) is { } problem)
                return problem;
        }
        return null;
    }

    /// <summary>The first lives in the house, and agreed that the clinic may be asked.</summary>
    private static async Task<Finding?> StayAsync(SiteSession session, Cabinet cabinet, Guid file, Actor actor, DateOnly today, CancellationToken cancellation)
    {
        var beds = await session.Get<BedRegister>().OccupancyAsync(cabinet, House, today, actor, cancellation);
        if (!beds.Succeeded)
            return beds.Problem;
        var stay = await session.Get<BedRegister>().BeginAsync(cabinet, Guid.CreateVersion7(), file, beds.Value[0].Bed.Id, today.AddDays(-7), actor, cancellation);
        var now = TimeProvider.System.GetUtcNow();
        var details = new ConsentDetails(ConsentBy.Victim, null, null, "What the clinic reads, that she may refuse and take it back, and that no help depends on it (specimen).", "Sindhi");
        var consent = await session.Get<ConsentRegister>().RecordAsync(cabinet, file, new NewConsent(Guid.CreateVersion7(), Purpose.MedicalCare, Clinic, false, now.AddDays(-1), now.AddDays(60), details), actor, cancellation);
        return stay.Problem ?? consent.Problem;
    }

    private static Actor Caseworker(string name) => new(name, new HashSet<string> { Roles.Caseworker }, null) { Organisation = OrganisationOf(name) };

    // 40 bits and printed on the screen: of a demonstration whose people are invented.
    private static string NewPassphrase() => string.Join(' ', RandomNumberGenerator.GetItems<string>(Words, 6)) + $" {RandomNumberGenerator.GetInt32(1000, 9999)}";
}
