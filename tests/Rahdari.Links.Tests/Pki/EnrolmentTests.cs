using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Rahdari.Border.Audit;
using Rahdari.Links.Pki;
using static Rahdari.Links.Tests.Pki.PkiSites;

namespace Rahdari.Links.Tests.Pki;

public sealed class EnrolmentTests
{
    [Fact]
    public async Task A_port_is_enrolled_with_a_code_and_both_sides_know_it_afterwards()
    {
        await using var sites = await PkiSites.OpenAsync();
        var code = await sites.InviteAsync();
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{6}-){7}[0-9A-HJKMNP-TV-Z]{6}$", code);
        var request = Value(await sites.Node.RequestAsync(code, Administrator));
        Assert.DoesNotContain(code, Encoding.UTF8.GetString(request), StringComparison.Ordinal);
        var issued = Value(await sites.Authority.IssueAsync(request, Administrator));
        Assert.True(issued.IsNew);
        var installed = Value(await sites.Node.InstallAsync(issued.File, code, Administrator));
        Assert.Equal(issued.Link.Serial, installed.LinkSerial);
        Assert.Equal(Start.AddDays(90), installed.LinkUntil);
        Assert.Equal(Start.AddYears(3), installed.RecordUntil);

        using var credentials = Value(NodeCredentials.Open(sites.Port.Folder, sites.Clock));
        Assert.Equal("CN=khi-1, O=Rahdari, C=PK", credentials.Subject);
        Assert.Equal(credentials.Subject, credentials.Record.Subject);
        Assert.True(credentials.Link.HasPrivateKey);
        Assert.Equal("khi-1", Value(credentials.Check(credentials.Link)));
        Assert.Equal(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, credentials.Record.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);

        using var trust = Value(NodeTrust.Open(sites.Headquarters.Folder.FullPath));
        var node = trust.Find("khi-1")!;
        Assert.Equal(("PKKHI", false, credentials.Subject), (node.Port, node.IsRevoked, node.Subject));
        using var ledgerKey = sites.Port.Folder.OpenKey();
        var key = node.KeyAt(1)!;
        Assert.Equal(ledgerKey.ExportSubjectPublicKeyInfo(), key.PublicKey.ToArray());
        using var opened = key.Open();
        byte[] hash = new byte[32];
        Assert.True(opened.VerifyHash(hash, ledgerKey.SignHash(hash)));
        Assert.Same(node, trust.FindByLink(credentials.Link.SerialNumber));

        Assert.Single(await AuditedAsync(sites.Headquarters.Audit, AuditAction.AuthorityMade));
        Assert.Single(await AuditedAsync(sites.Headquarters.Audit, AuditAction.NodeInvited));
        Assert.Contains(issued.Link.Serial, Assert.Single(await AuditedAsync(sites.Headquarters.Audit, AuditAction.NodeCertified)).Detail, StringComparison.Ordinal);
        Assert.Single(await AuditedAsync(sites.Port.Audit, AuditAction.CertificatesRequested));
        Assert.Single(await AuditedAsync(sites.Port.Audit, AuditAction.CertificatesInstalled));
    }

    [Fact]
    public async Task A_code_stands_in_no_file_of_the_authority()
    {
        await using var sites = await PkiSites.OpenAsync();
        var code = await sites.InviteAsync();
        var secret = EnrolmentCode.Parse(code).Value!.Secret.ToArray();
        Assert.All(Directory.GetFiles(sites.AuthorityFiles.Path), file =>
        {
            var bytes = File.ReadAllBytes(file);
            Assert.True(bytes.AsSpan().IndexOf(secret) < 0);
            Assert.DoesNotContain(Convert.ToBase64String(secret)[..20], Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
            Assert.DoesNotContain(code.Split('-')[1], Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Only_an_administrator_of_headquarters_acts()
    {
        await using var sites = await PkiSites.OpenAsync();
        var officer = new Actor("officer1", new HashSet<string> { Roles.Officer, Roles.Supervisor, Roles.Auditor }, null);
        var elsewhere = new Actor("admin2", new HashSet<string> { Roles.Administrator }, "PKLHE");
        Assert.Equal("ROLE_REQUIRED", (await sites.Authority.InviteAsync("khi-1", "PKKHI", 7, officer)).Problem?.Code);
        Assert.Equal("OTHER_PORT", (await sites.Authority.InviteAsync("khi-1", "PKKHI", 7, elsewhere)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await sites.Authority.InitAsync("PAK", null, null, officer)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await sites.Authority.IssueAsync(Array.Empty<byte>(), officer)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await sites.Authority.RevokeAsync("khi-1", RevocationReason.KeyCompromise, null, officer)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", sites.Authority.Register(officer).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await sites.Node.RequestAsync("", officer)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await sites.Node.RenewAsync(officer)).Problem?.Code);
        Assert.Equal("OTHER_PORT", (await sites.Node.InstallAsync(Array.Empty<byte>(), null, elsewhere)).Problem?.Code);
    }

    [Fact]
    public async Task An_authority_is_never_overwritten()
    {
        await using var sites = await PkiSites.OpenAsync();
        var before = File.ReadAllBytes(sites.AuthorityFiles.KeyFile);
        Assert.Empty(Directory.GetDirectories(sites.Headquarters.Folder.FullPath, "*.partial"));
        Assert.Equal("PKI_AUTHORITY_EXISTS", (await sites.Authority.InitAsync("PAK", null, null, Administrator)).Problem?.Code);
        Assert.Equal(before, File.ReadAllBytes(sites.AuthorityFiles.KeyFile));
    }

    [Fact]
    public async Task An_authority_of_nobody_is_not_made()
    {
        await using var sites = await PkiSites.OpenAsync(withAuthority: false);
        foreach (var (country, name, field) in new[] { ("PK", null, "country"), ("ZZZ", null, "country"), ("PAK", " ", "name"), ("PAK", "a\nb", "name") })
            Assert.Equal(field, (await sites.Authority.InitAsync(country, name, null, Administrator)).Problem?.Field);
        Assert.False(Directory.Exists(sites.AuthorityFiles.Path));
        Assert.Empty(await AuditedAsync(sites.Headquarters.Audit, AuditAction.AuthorityMade));
        Assert.Equal("PKI_AUTHORITY_NOT_FOUND", (await sites.Authority.InviteAsync("khi-1", "PKKHI", 7, Administrator)).Problem?.Code);
        Assert.Equal("PKI_AUTHORITY_NOT_FOUND", sites.Authority.Register(Administrator).Problem?.Code);
        Assert.Equal("PKI_AUTHORITY_NOT_FOUND", NodeTrust.Open(sites.Headquarters.Folder.FullPath).Problem?.Code);
    }

    [Fact]
    public async Task An_invitation_of_what_cannot_be_is_refused()
    {
        await using var sites = await PkiSites.OpenAsync();
        (string, string, int, string)[] wrong =
        [
            ("KHI", "PKKHI", 7, "node"), ("training-1", "PKKHI", 7, "node"), ("khi-1\n", "PKKHI", 7, "node"), ("khi-1", "KHI", 7, "port"), ("khi-1", "XXTRN", 7, "port"), ("khi-1", "PKKHI", 0, "days"), ("khi-1", "PKKHI", 31, "days"),
        ];
        foreach (var (node, port, days, field) in wrong)
            Assert.Equal(field, (await sites.Authority.InviteAsync(node, port, days, Administrator)).Problem?.Field);
        Assert.Empty(Value(sites.Authority.Register(Administrator)).Invitations);
    }

    [Fact]
    public async Task The_keys_are_their_owners_alone_and_looser_ones_are_refused()
    {
        if (OperatingSystem.IsWindows())
            return; // It has no such permissions.
        await using var sites = await PkiSites.OpenAsync();
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(sites.AuthorityFiles.Path));
        Assert.Equal(Owner, File.GetUnixFileMode(sites.AuthorityFiles.KeyFile));
        Assert.Equal(Owner, File.GetUnixFileMode(sites.AuthorityFiles.InvitationKeyFile));
        foreach (var file in new[] { sites.AuthorityFiles.KeyFile, sites.AuthorityFiles.InvitationKeyFile })
        {
            File.SetUnixFileMode(file, Owner | UnixFileMode.GroupRead);
            var refused = (await sites.Authority.InviteAsync("khi-1", "PKKHI", 7, Administrator)).Problem!;
            Assert.Equal(("PKI_KEY_PERMISSIONS", file, "0640"), (refused.Code, refused.Evidence["file"], refused.Evidence["mode"]));
            File.SetUnixFileMode(file, Owner);
        }
        File.SetUnixFileMode(sites.AuthorityFiles.Path, Owner | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        Assert.Equal("0701", (await sites.Authority.InviteAsync("khi-1", "PKKHI", 7, Administrator)).Problem?.Evidence["mode"]);
        File.SetUnixFileMode(sites.AuthorityFiles.Path, Owner | UnixFileMode.UserExecute);

        await sites.EnrolAsync();
        Assert.Equal(Owner, File.GetUnixFileMode(sites.NodeFiles.LinkKeyFile));
        File.SetUnixFileMode(sites.NodeFiles.LinkKeyFile, Owner | UnixFileMode.OtherRead);
        Assert.Equal("PKI_KEY_PERMISSIONS", NodeCredentials.Open(sites.Port.Folder, sites.Clock).Problem?.Code);
        Assert.Equal("PKI_KEY_PERMISSIONS", (await sites.Node.RenewAsync(Administrator)).Problem?.Code);
    }

    [Fact]
    public async Task A_code_that_is_past_its_time_is_refused()
    {
        await using var sites = await PkiSites.OpenAsync();
        var code = await sites.InviteAsync(days: 2);
        var request = Value(await sites.Node.RequestAsync(code, Administrator));
        sites.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("PKI_CODE_EXPIRED", (await sites.Authority.IssueAsync(request, Administrator)).Problem?.Code);
        Assert.Equal("PKI_CODE_WRONG", (await sites.Authority.IssueAsync(Value(await sites.Node.RequestAsync(Other(), Administrator)), Administrator)).Problem?.Code);
    }

    [Fact]
    public async Task A_code_counts_once_but_the_same_request_is_answered_again()
    {
        await using var sites = await PkiSites.OpenAsync();
        var code = await sites.InviteAsync();
        var request = Value(await sites.Node.RequestAsync(code, Administrator));
        var first = Value(await sites.Authority.IssueAsync(request, Administrator));
        // The answer was lost: the same key is asked for again.
        var again = Value(await sites.Authority.IssueAsync(Value(await sites.Node.RequestAsync(code, Administrator)), Administrator));
        Assert.Equal((false, first.Link.Serial), (again.IsNew, again.Link.Serial));
        Assert.Equal(first.File, again.File);
        // Somebody else with the code: another link key.
        Directory.Delete(sites.NodeFiles.Requested, recursive: true);
        Assert.Equal("PKI_CODE_USED", (await sites.Authority.IssueAsync(Value(await sites.Node.RequestAsync(code, Administrator)), Administrator)).Problem?.Code);
        Assert.Single(Value(sites.Authority.Register(Administrator)).Nodes.Single().Link);
    }

    [Fact]
    public async Task Three_wrong_tries_burn_a_code_and_a_new_one_is_good()
    {
        await using var sites = await PkiSites.OpenAsync();
        var code = await sites.InviteAsync();
        var wrong = Value(await sites.Node.RequestAsync(Other(), Administrator));
        Assert.Equal(("PKI_CODE_WRONG", "2"), Told(await sites.Authority.IssueAsync(wrong, Administrator)));
        Assert.Equal(("PKI_CODE_WRONG", "1"), Told(await sites.Authority.IssueAsync(wrong, Administrator)));
        Assert.Equal("PKI_CODE_BURNT", (await sites.Authority.IssueAsync(wrong, Administrator)).Problem?.Code);
        Assert.Equal("PKI_CODE_BURNT", (await sites.Authority.IssueAsync(Value(await sites.Node.RequestAsync(code, Administrator)), Administrator)).Problem?.Code);
        Assert.Equal(3, (await AuditedAsync(sites.Headquarters.Audit, AuditAction.EnrolmentRefused)).Count);
        Assert.Empty(await AuditedAsync(sites.Headquarters.Audit, AuditAction.NodeCertified));
        await sites.EnrolAsync();

        static (string, string) Told(Answer<IssuedBundle> answer) => (answer.Problem!.Code, answer.Problem.Evidence["left"]);
    }

    [Fact]
    public async Task A_request_without_an_invitation_or_for_another_port_is_refused()
    {
        await using var sites = await PkiSites.OpenAsync();
        var request = Value(await sites.Node.RequestAsync(Other(), Administrator));
        Assert.Equal("PKI_INVITATION_NOT_FOUND", (await sites.Authority.IssueAsync(request, Administrator)).Problem?.Code);
        // The code of the right node, but headquarters believes it at another port.
        var code = await sites.InviteAsync(port: "PKLHE");
        Assert.Equal("PKI_PORT_OTHER", (await sites.Authority.IssueAsync(Value(await sites.Node.RequestAsync(code, Administrator)), Administrator)).Problem?.Code);
    }

    [Fact]
    public async Task A_request_that_was_changed_in_any_field_is_refused()
    {
        await using var sites = await PkiSites.OpenAsync();
        var code = await sites.InviteAsync();
        await sites.InviteAsync("lhe-1", "PKLHE");
        var request = Value(await sites.Node.RequestAsync(code, Administrator));
        var other = await sites.SiteAsync("lhe-1", "PKLHE");
        var foreign = JsonNode.Parse(Value(await new NodeEnrolment(other.Folder, other.Audit, sites.Clock).RequestAsync(code, Administrator)))!;
        var stranger = JsonNode.Parse(request)!;
        foreach (var field in stranger.AsObject().Select(p => p.Key).ToArray())
        {
            // A new code each time: three wrong ones would burn it, and hide what refuses the next.
            code = await sites.InviteAsync();
            var changed = JsonNode.Parse(Value(await sites.Node.RequestAsync(code, Administrator)))!;
            changed[field] = field switch
            {
                "format" => "rahdari-pki-request/2",
                "madeAt" => "2026-03-01T06:00:01+00:00",
                _ => foreign[field]!.DeepClone(),
            };
            var refused = await sites.Authority.IssueAsync(Encoding.UTF8.GetBytes(changed.ToJsonString()), Administrator);
            Assert.False(refused.Succeeded, field);
            Assert.Contains(refused.Problem.Code, (string[])["PKI_REQUEST_INVALID", "PKI_CODE_WRONG", "PKI_PROOF_INVALID"]);
        }
        Assert.Empty(Value(sites.Authority.Register(Administrator)).Nodes);
    }

    [Fact]
    public async Task One_bit_changed_anywhere_in_a_request_certifies_nothing()
    {
        await using var sites = await PkiSites.OpenAsync();
        var code = await sites.InviteAsync();
        var request = Value(await sites.Node.RequestAsync(code, Administrator));
        // Read alone: the proof is checked here as headquarters does.
        var parsed = EnrolmentCode.Parse(code).Value!;
        Assert.True(EnrolmentRequest.Read(request).Value!.Request.IsProvenBy(parsed));
        for (var at = 0; at < request.Length; at++)
        {
            byte[] changed = [.. request];
            changed[at] ^= 1;
            if (EnrolmentRequest.Read(changed).Value is { } read && read.Request.IsProvenBy(parsed))
                Assert.Equal(PkiJson.File(EnrolmentRequest.Read(request).Value!.Request), PkiJson.File(read.Request));
        }
    }

    [Fact]
    public async Task An_answer_is_taken_only_by_who_asked_and_only_from_the_authority_of_the_code()
    {
        await using var sites = await PkiSites.OpenAsync();
        var code = await sites.InviteAsync();
        var bundle = Value(await sites.Authority.IssueAsync(Value(await sites.Node.RequestAsync(code, Administrator)), Administrator)).File;
        Assert.Equal("PKI_CODE_MISSING", (await sites.Node.InstallAsync(bundle, null, Administrator)).Problem?.Code);
        Assert.Equal("PKI_AUTHORITY_OTHER", (await sites.Node.InstallAsync(bundle, Other(), Administrator)).Problem?.Code);
        var changed = JsonNode.Parse(bundle)!;
        changed["record"] = changed["link"]!.DeepClone();
        Assert.Equal("PKI_PROOF_INVALID", (await sites.Node.InstallAsync(Encoding.UTF8.GetBytes(changed.ToJsonString()), code, Administrator)).Problem?.Code);
        var other = await sites.SiteAsync("lhe-1", "PKLHE");
        Assert.Equal("PKI_BUNDLE_OTHER", (await new NodeEnrolment(other.Folder, other.Audit, sites.Clock).InstallAsync(bundle, code, Administrator)).Problem?.Code);
        Directory.Delete(sites.NodeFiles.Requested, recursive: true);
        Assert.Equal("PKI_REQUEST_NOT_FOUND", (await sites.Node.InstallAsync(bundle, code, Administrator)).Problem?.Code);
        Value(await sites.Node.RequestAsync(code, Administrator));
        Assert.Equal("link", (await sites.Node.InstallAsync(bundle, code, Administrator)).Problem?.Field);
        Assert.False(sites.NodeFiles.Exists);
    }

    [Fact]
    public async Task An_answer_is_installed_again_where_a_power_cut_came_between()
    {
        await using var sites = await PkiSites.OpenAsync();
        var code = await sites.InviteAsync();
        var issued = Value(await sites.Authority.IssueAsync(Value(await sites.Node.RequestAsync(code, Administrator)), Administrator));
        // The set has its name, but nothing points to it yet.
        Directory.Move(sites.NodeFiles.Requested, sites.NodeFiles.Set(issued.Link.Serial));
        Assert.False(sites.NodeFiles.Exists);
        Value(await sites.Node.InstallAsync(issued.File, code, Administrator));
        Value(await sites.Node.InstallAsync(issued.File, code, Administrator));
        using var credentials = Value(NodeCredentials.Open(sites.Port.Folder, sites.Clock));
        Assert.Equal(issued.Link.Serial, credentials.Link.SerialNumber);
        Assert.Empty(Directory.GetFileSystemEntries(sites.NodeFiles.Path, "*.partial", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_key_that_a_power_cut_left_of_an_unfinished_authority_is_gone_with_the_next()
    {
        await using var sites = await PkiSites.OpenAsync(withAuthority: false);
        var left = Directory.CreateDirectory(sites.AuthorityFiles.Path + ".0123.partial");
        File.WriteAllText(Path.Combine(left.FullName, "authority.key"), "left");
        Value(await sites.Authority.InitAsync("PAK", null, null, Administrator));
        Assert.False(Directory.Exists(left.FullName));
        Value(await sites.Authority.InviteAsync("khi-1", "PKKHI", 7, Administrator));
    }

    [Fact]
    public async Task Credentials_are_whole_however_often_they_are_replaced_while_they_are_opened()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        using var done = new CancellationTokenSource();
        var opening = Task.Run(() =>
        {
            var opened = 0;
            for (; !done.IsCancellationRequested || opened == 0; opened++)
            {
                using var credentials = Value(NodeCredentials.Open(sites.Port.Folder, sites.Clock));
                using var key = credentials.Link.GetECDsaPrivateKey()!;
                Assert.Equal(credentials.Link.PublicKey.ExportSubjectPublicKeyInfo(), key.ExportSubjectPublicKeyInfo());
            }
            return opened;
        });
        for (var i = 0; i < 5; i++)
            Value(await sites.Node.InstallAsync(Value(await sites.Authority.IssueAsync(Value(await sites.Node.RenewAsync(Administrator)), Administrator)).File, null, Administrator));
        await done.CancelAsync();
        Assert.True(await opening > 0);
    }

    /// <summary>A code of another authority.</summary>
    private static string Other() => EnrolmentCode.Of(new byte[16], [9]).ToString();
}
