using Rahdari.Border.Audit;
using Rahdari.Border.Permissions;

namespace Rahdari.Border.Tests.Permissions;

/// <summary>Who may record, revoke and read permissions, and what is refused.</summary>
public class PermissionRegisterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_visa_officers_write_and_every_other_role_is_denied()
    {
        await using var site = await Entries.OpenAsync();
        var register = site.Get<PermissionRegister>();
        var permission = await Entries.IssueAsync(site, Entries.Issued());
        foreach (var role in Roles.All.Where(role => role != Roles.VisaOfficer))
        {
            var actor = Of(role);
            Assert.Equal("ROLE_REQUIRED", (await register.IssueAsync(Entries.Issued("V-2"), actor, Cancellation)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", (await register.RevokeAsync(permission.Id, "why", actor, Cancellation)).Problem?.Code);
            Assert.Equal("ROLE_REQUIRED", (await site.Get<PermissionIntake>().ImportAsync(Entries.File(""), "file", actor, cancellation: Cancellation)).Problem?.Code);
            Assert.Equal(role is Roles.Supervisor or Roles.Auditor, (await register.ListAsync(null, null, 0, 10, actor, Cancellation)).Succeeded);
            Assert.Equal(role is Roles.Supervisor or Roles.Auditor or Roles.Officer, (await register.FindAsync(permission.Id, actor, Cancellation)).Succeeded);
        }
        Assert.Equal("ROLE_REQUIRED", (await register.ListAsync(null, null, 0, 10, Of(), Cancellation)).Problem?.Code);
        Assert.Null((await register.FindAsync(permission.Id, site.VisaOfficer, Cancellation)).Value!.RevokedAt);
    }

    [Fact]
    public async Task Every_reading_and_writing_is_audited()
    {
        await using var site = await Entries.OpenAsync();
        var register = site.Get<PermissionRegister>();
        var permission = await Entries.IssueAsync(site, Entries.Issued());
        await register.FindAsync(permission.Id, site.Officer, Cancellation);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await register.ListAsync("spec", true, 0, 10, site.Supervisor, Cancellation);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await register.RevokeAsync(permission.Id, "a mistake", site.VisaOfficer, Cancellation);
        Assert.Equal(["visas1"], await AuditedAsync(site, AuditAction.PermissionIssued, record => record.Actor));
        Assert.Equal(["supervisor1: SPEC ", $"officer1:  {permission.Id}"], await AuditedAsync(site, AuditAction.PermissionsRead, record => $"{record.Actor}: {record.Detail} {record.SubjectId}"));
        Assert.Equal([$"a mistake {permission.Id}"], await AuditedAsync(site, AuditAction.PermissionRevoked, record => $"{record.Detail} {record.SubjectId}"));
    }

    [Fact]
    public async Task The_same_sent_again_is_the_same_record_and_another_under_its_number_is_refused()
    {
        await using var site = await Entries.OpenAsync();
        var first = await Entries.IssueAsync(site, Entries.Issued("v-1a"));
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("V-1A", first.Number);
        Assert.Equal(first.Id, (await Entries.IssueAsync(site, Entries.Issued(" V-1A ") with { PrimaryIdentifier = "Specimena" })).Id);
        var other = await site.Get<PermissionRegister>().IssueAsync(Entries.Issued("V-1A") with { Entries = 9 }, site.VisaOfficer, Cancellation);
        Assert.Equal(("PERMISSION_NUMBER_TAKEN", "number"), (other.Problem?.Code, other.Problem?.Field));
        // Each authority has its own numbers.
        Assert.NotEqual(first.Id, (await Entries.IssueAsync(site, Entries.Issued("V-1A") with { Authority = "Mission at Utopolis" })).Id);
        Assert.Single(await AuditedAsync(site, AuditAction.PermissionIssued, record => record.SubjectId, first.Id.ToString()));
    }

    [Fact]
    public async Task A_permission_is_revoked_once_with_a_reason()
    {
        await using var site = await Entries.OpenAsync();
        var register = site.Get<PermissionRegister>();
        var permission = await Entries.IssueAsync(site, Entries.Issued());
        Assert.Equal("REASON_REQUIRED", (await register.RevokeAsync(permission.Id, " ", site.VisaOfficer, Cancellation)).Problem?.Code);
        Assert.Equal("PERMISSION_NOT_FOUND", (await register.RevokeAsync(Guid.NewGuid(), "why", site.VisaOfficer, Cancellation)).Problem?.Code);
        Assert.Equal("PERMISSION_NOT_FOUND", (await register.FindAsync(Guid.NewGuid(), site.Officer, Cancellation)).Problem?.Code);
        var revoked = Entries.Succeed(await register.RevokeAsync(permission.Id, "a mistake", site.VisaOfficer, Cancellation));
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(revoked.RevokedAt, Entries.Succeed(await register.RevokeAsync(permission.Id, "a mistake", site.VisaOfficer, Cancellation)).RevokedAt);
        Assert.Equal("PERMISSION_ALREADY_REVOKED", (await register.RevokeAsync(permission.Id, "another reason", site.VisaOfficer, Cancellation)).Problem?.Code);
        Assert.Empty(Entries.Succeed(await register.ListAsync(null, true, 0, 10, site.VisaOfficer, Cancellation)).Items);
        Assert.Equal(permission.Id, Assert.Single(Entries.Succeed(await register.ListAsync("v1", false, 0, 10, site.VisaOfficer, Cancellation)).Items).Id);
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "authority", " " }, { "authority", "a\nb" }, { "number", "V_1" }, { "number", "V-1\n\n" + new string('1', 40) }, { "number", "---" }, { "class", "TOURIST\n" }, { "class", "GONE" },
        { "issuingState", "BGD\n" }, { "documentNumber", "SPC 1" }, { "documentNumber", "SPC1\n" }, { "nationality", "bgd" }, { "primaryIdentifier", "-" }, { "primaryIdentifier", "1 2" }, { "primaryIdentifier", "MÜLLER" }, { "primaryIdentifier", "SMITH," }, { "secondaryIdentifier", "JÖRG" }, { "secondaryIdentifier", "A\0" },
        { "validUntil", "2025-12-31" }, { "entries", "0" }, { "stayDays", "9999" }, { "ports", "KHI" }, { "ports", "PKKHI\n" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_no_authority_can_have_issued_is_refused_with_its_field(string field, string value)
    {
        await using var site = await Entries.OpenAsync();
        var issued = Entries.Issued();
        issued = field switch
        {
            "authority" => issued with { Authority = value },
            "number" => issued with { Number = value },
            "class" => issued with { Class = value },
            "issuingState" => issued with { IssuingState = value },
            "documentNumber" => issued with { DocumentNumber = value },
            "nationality" => issued with { Nationality = value },
            "primaryIdentifier" => issued with { PrimaryIdentifier = value },
            "secondaryIdentifier" => issued with { SecondaryIdentifier = value },
            "validUntil" => issued with { ValidUntil = DateOnly.Parse(value, System.Globalization.CultureInfo.InvariantCulture) },
            "entries" => issued with { Entries = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) },
            "stayDays" => issued with { StayDays = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) },
            _ => issued with { Ports = [value] },
        };
        var answer = await site.Get<PermissionRegister>().IssueAsync(issued, site.VisaOfficer, Cancellation);
        Assert.Equal(("PERMISSION_INVALID", field), (answer.Problem?.Code, answer.Problem?.Field));
    }

    private static Actor Of(params string[] roles) => new("somebody", new HashSet<string>(roles), null);

    private static async Task<IEnumerable<string?>> AuditedAsync(TestSite site, string action, Func<AuditRecord, string?> told, string? subject = null) =>
        Entries.Succeed(await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = action }, 0, 50, site.Auditor, Cancellation)).Items.Where(r => subject is null || r.SubjectId == subject).Select(told);
}
