using System.Text;
using Rahdari.Border.Permissions;

namespace Rahdari.Border.Tests.Permissions;

/// <summary>Rules of entry and permissions of invented people.</summary>
internal static class Entries
{
    public const string Number = "SPC000001";

    public const string Surname = "SPECIMENA";

    public static readonly string Passport = Specimens.Passport(Number, Surname, "KHANUM", nationality: "BGD");

    public static PermissionClass Class(string code, PermissionKind kind = PermissionKind.Visa) =>
        new() { Code = code, Kind = kind, Title = code, LegalBasis = "Specimen rules", From = new DateOnly(2020, 1, 1) };

    public static IReadOnlyList<PermissionClass> Rules { get; } =
    [
        Class("TOURIST") with { Entries = 1, StayDays = 30 },
        Class("BUSINESS") with { StayDays = 60 },
        Class("RESIDENT", PermissionKind.Residence) with { StaysWithinValidity = true },
    ];

    /// <summary>A visa for the holder of <see cref="Passport"/>.</summary>
    public static IssuedPermission Issued(string number = "V-1", string kind = "TOURIST") => new(
        "Mission at Specimen", number, kind, "BGD", Entries.Number, "BGD", Surname, "KHANUM", Dates.PartialDate.Parse("1980-05-17"), new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    public static GrantedExtension Granted(string reference = "X-1") =>
        new("Passport office", reference, "BGD", Number, TestSite.Settings.LocalDay(TestSite.Start), new DateOnly(2026, 9, 30), "Specimen rules");

    public static async Task<TestSite> OpenAsync(string engine = TestSite.Sqlite, params PermissionClass[] rules)
    {
        var site = await TestSite.OpenAsync(engine);
        Succeed(await site.Get<EntryRulesRegister>().PublishAsync(rules.Length == 0 ? Rules : rules, "specimen", site.VisaOfficer, TestContext.Current.CancellationToken));
        return site;
    }

    public static async Task<Permission> IssueAsync(TestSite site, IssuedPermission issued) =>
        Succeed(await site.Get<PermissionRegister>().IssueAsync(issued, site.VisaOfficer, TestContext.Current.CancellationToken));

    public static T Succeed<T>(Answer<T> answer)
        where T : class
    {
        Assert.True(answer.Succeeded, answer.Problem?.ToString());
        return answer.Value;
    }

    public static MemoryStream File(string text) => new(Encoding.UTF8.GetBytes(text));
}
