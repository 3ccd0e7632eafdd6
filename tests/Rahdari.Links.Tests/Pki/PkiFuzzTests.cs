using System.Globalization;
using CsCheck;
using Rahdari.Documents.Findings;
using Rahdari.Links.Pki;
using static Rahdari.Links.Tests.Pki.PkiSites;

namespace Rahdari.Links.Tests.Pki;

/// <summary>Any bytes are answered with a finding that has its sentence; nothing is thrown, and memory has a bound.</summary>
public sealed class PkiFuzzTests
{
    private const int Inputs = 3000;

    [Fact]
    public async Task Whatever_a_file_holds_is_answered()
    {
        await using var sites = await PkiSites.OpenAsync();
        var code = await sites.InviteAsync();
        var request = Value(await sites.Node.RequestAsync(code, Administrator));
        var bundle = Value(await sites.Authority.IssueAsync(request, Administrator)).File;
        var register = File.ReadAllBytes(sites.AuthorityFiles.RegisterFile);
        var list = File.ReadAllBytes(sites.AuthorityFiles.RevocationFile);
        using var authority = Value(OpenAuthority.ReadCertificate(sites.AuthorityFiles.CertificateFile));
        Holds(request, bytes => EnrolmentRequest.Read(bytes).Problem);
        Holds(bundle, bytes =>
        {
            var read = EnrolmentBundle.Read(bytes);
            using (read.Value)
                return read.Problem;
        });
        Holds(register, bytes => RegisterFile.Read(bytes, authority).Problem);
        Holds(list, bytes => NodeRevocations.Read(bytes, authority).Problem);
        Holds(NodeRevocations.Read(list, authority).Value!.Encoded.ToArray(), bytes => NodeRevocations.Read(bytes, authority).Problem);
        Holds(authority.RawData, bytes =>
        {
            using var read = CertificateChecks.Read(bytes);
            _ = read is null ? null : CertificateChecks.NodeOf(read);
            return null;
        });
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_read()
    {
        Assert.Equal("PKI_REQUEST_INVALID", EnrolmentRequest.Read(new byte[EnrolmentRequest.Largest + 1]).Problem?.Code);
        Assert.Equal("PKI_BUNDLE_INVALID", EnrolmentBundle.Read(new byte[EnrolmentBundle.Largest + 1]).Problem?.Code);
    }

    private static void Holds(byte[] good, Func<byte[], Finding?> read) =>
        Gen.OneOf(Mutations.Of(good), Mutations.Of(good), Mutations.Of(good), Gen.Byte.Array[0, 300]).Sample(
            bytes =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var problem = read(bytes);
                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (100L * good.Length) + 1_000_000);
                if (problem is null)
                    return;
                Assert.Contains(LinksRule.All, rule => rule.Code == problem.Code);
                Assert.All(problem.Evidence.Keys, name => Assert.Contains($"{{{name}}}", LinksSentences.Of(new Finding(problem.Code, problem.Severity, null, new Dictionary<string, string>()), CultureInfo.InvariantCulture), StringComparison.Ordinal));
            },
            iter: Inputs,
            threads: 1);
}
