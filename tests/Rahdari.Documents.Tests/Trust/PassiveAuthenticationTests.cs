using Rahdari.Documents.Lds;
using Rahdari.Documents.Specimens;
using Rahdari.Documents.Tests.Lds;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Tests.Trust;

public class PassiveAuthenticationTests
{
    public static TheoryData<string> Algorithms => [.. SpecimenAlgorithm.All.Select(algorithm => algorithm.Name)];

    /// <summary>What each lie is found by. A copy has everything that was signed: only the chip itself can betray it.</summary>
    public static TheoryData<SpecimenLie, string?> Lies => new()
    {
        { SpecimenLie.None, null },
        { SpecimenLie.GroupAltered, "CHIP_DATA_GROUP_ALTERED" },
        { SpecimenLie.WrongSigner, "CHIP_SIGNER_FORGED" },
        { SpecimenLie.SignerExpired, "CHIP_SIGNER_NOT_VALID" },
        { SpecimenLie.SignerRevoked, "CHIP_SIGNER_REVOKED" },
        { SpecimenLie.FaceMissing, "CHIP_DATA_GROUP_ABSENT" },
        { SpecimenLie.SecurityObjectStale, "CHIP_SECURITY_OBJECT_OF_OTHER_DATA" },
        { SpecimenLie.ZoneDiffers, "CHIP_DATE_OF_BIRTH_DIFFERS" },
        { SpecimenLie.ChipCloned, null },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public void Each_lie_gives_its_own_finding_and_no_other(SpecimenLie lie, string? code)
    {
        var found = Issued.Inspect(Issued.State.Issue(Issued.Passport, lie)).Select(f => f.Code).Where(c => c.StartsWith("CHIP_", StringComparison.Ordinal) || c.StartsWith("LDS_", StringComparison.Ordinal));
        Assert.Equal(code is null ? [] : [code], found);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_chip_is_genuine_under_every_algorithm_and_its_change_is_found(string name)
    {
        var algorithm = SpecimenAlgorithm.All.Single(a => a.Name == name);
        var state = SpecimenState.Create(Issued.Now, algorithm);
        var files = state.Issue(Issued.Passport).Files.ToDictionary();
        var result = Verify(files, state.Anchors);
        Assert.True(result.IsGenuine, string.Join(", ", result.Findings.Select(f => f.Code)));
        Assert.Equal(name.Contains("SHA-1", StringComparison.Ordinal), result.Findings.Any(f => f.Code == "CHIP_ALGORITHM_WEAK"));
        var security = files[ElementaryFile.Security].ToArray();
        security[^1] ^= 1;
        files[ElementaryFile.Security] = security;
        Assert.Contains(Verify(files, state.Anchors).Findings, f => f.Code == "CHIP_SIGNATURE_WRONG");
    }

    [Fact]
    public void A_signer_of_the_next_key_is_trusted_through_a_link_that_came_with_the_document()
    {
        var first = SpecimenAuthority.Create(Issued.Now.AddYears(-6));
        var second = first.Link(Issued.Now.AddYears(-1), SpecimenAlgorithm.All[1]);
        var signer = second.Signer(Issued.Now.AddDays(-30), Issued.Now.AddYears(10));
        var with = Issued.With(ElementaryFile.Security, signer.SecurityObject(Groups(), "0107", Issued.Now.AddDays(-5), [second.Certificate]));
        var without = Issued.With(ElementaryFile.Security, signer.SecurityObject(Groups(), "0107", Issued.Now.AddDays(-5)));
        var anchors = new TrustAnchors([first.Certificate]);
        Assert.Equal(second.Certificate, Verify(with, anchors).Authority);
        Assert.Null(Verify(without, anchors).Authority);
        Assert.Equal(second.Certificate, Verify(without, new TrustAnchors([first.Certificate, second.Certificate])).Authority);
    }

    [Fact]
    public void A_document_without_its_signers_certificate_is_verified_by_a_known_signer()
    {
        var signer = Issued.State.Authority.Signer(Issued.Now.AddDays(-30), Issued.Now.AddYears(10));
        var files = Issued.With(ElementaryFile.Security, signer.SecurityObject(Groups(), "0107", Issued.Now.AddDays(-5), withCertificate: false));
        Assert.True(Verify(files, new TrustAnchors([Issued.State.Authority.Certificate], [signer.Certificate])).IsGenuine);
    }

    [Fact]
    public void A_revocation_list_that_its_authority_did_not_sign_counts_for_nothing()
    {
        var forger = SpecimenAuthority.Create(Issued.Now.AddYears(-6));
        var forged = RevocationList.Read(forger.Revoke(Issued.Now, Issued.Now.AddDays(90)))!;
        var anchors = new TrustAnchors([Issued.State.Authority.Certificate], revocations: [forged]);
        Assert.Contains(Verify(Issued.Genuine, anchors).Findings, f => f.Code == "CHIP_REVOCATION_NOT_KNOWN");
    }

    [Fact]
    public void A_revocation_list_says_what_it_revokes()
    {
        var authority = SpecimenAuthority.Create(Issued.Now.AddYears(-6));
        var signer = authority.Signer(Issued.Now.AddDays(-30), Issued.Now.AddYears(10));
        var list = RevocationList.Read(authority.Revoke(Issued.Now, Issued.Now.AddDays(90), signer))!;
        Assert.Equal(authority.Certificate.Subject, list.Issuer);
        Assert.Equal((Issued.Now, Issued.Now.AddDays(90)), (list.ThisUpdate, list.NextUpdate));
        Assert.Equal([signer.Certificate.SerialNumber], list.Revoked.Keys);
        Assert.Equal(SignatureOutcome.Valid, list.VerifyBy(authority.Certificate));
    }

    [Fact]
    public void Any_bytes_of_a_security_object_are_answered()
    {
        var good = Issued.Genuine[ElementaryFile.Security].ToArray();
        var genuine = Verify(Issued.Genuine, Issued.State.Anchors).Security!;
        Mutations.Of(good).Holds(2000, bytes =>
        {
            var result = Verify(Issued.With(ElementaryFile.Security, bytes), Issued.State.Anchors);
            // What is not signed may change; what is may not.
            if (result.IsGenuine)
                Assert.Equal(genuine.Signed.Content.ToArray(), result.Security!.Signed.Content.ToArray());
            else
                Assert.NotEmpty(result.Findings);
        });
    }

    [Fact]
    public void Any_bytes_of_a_revocation_list_are_answered() =>
        Mutations.Of(Issued.State.RevocationList.ToArray()).Holds(3000, bytes => RevocationList.Read(bytes)?.VerifyBy(Issued.State.Authority.Certificate));

    private static PassiveAuthenticationResult Verify(IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> files, TrustAnchors anchors) =>
        PassiveAuthentication.Verify(LdsReader.Read(files, Issued.Today), anchors, Issued.Now);

    private static Dictionary<int, byte[]> Groups() => Issued.Genuine.Where(f => f.Key.Group is not null).ToDictionary(f => f.Key.Group!.Value, f => f.Value.ToArray());
}
