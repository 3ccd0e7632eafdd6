using System.Diagnostics;
using System.Globalization;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using Rahdari.Dates;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Specimens;
using Rahdari.Documents.Trust;

namespace Rahdari.Bench;

/// <summary>Passive authentication of a passport, offline, beside BouncyCastle's CMS and certificates doing the same checks; and a published master list.</summary>
internal static class Verifying
{
    private const int Rounds = 400;

    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Runs both by turns.</summary>
    public static async Task RunAsync(TextWriter to)
    {
        await to.WriteLineAsync($"verifying: {Rounds} passports by turns, files as read (a portrait of 20 kB), from parsing to the verdict; median / 99th of a hundred, milliseconds; in brackets the median where the signer is met for the first time");
        foreach (var algorithm in SpecimenAlgorithm.All.Where(a => !a.Name.Contains("SHA-1", StringComparison.Ordinal)))
        {
            var state = SpecimenState.Create(Now, algorithm);
            var files = state.Issue(Passport()).Files;
            var anchors = state.Anchors;
            var authority = new X509CertificateParser().ReadCertificate(state.Authority.Certificate.Encoded.ToArray());
            List<double> ours = [], first = [], theirs = [];
            for (var i = 0; i < Rounds; i++)
            {
                var strangers = state.Anchors;
                first.Add(Milliseconds(() => Ours(files, strangers)));
                ours.Add(Milliseconds(() => Ours(files, anchors)));
                theirs.Add(Milliseconds(() => Theirs(files, authority)));
            }
            var (median, peer) = (Figures.Percentile(ours.Skip(20), 0.5), Figures.Percentile(theirs.Skip(20), 0.5));
            await to.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"  [measure] {algorithm.Name,-30} {median,6:F2} / {Figures.Percentile(ours.Skip(20), 0.99),6:F2} ({Figures.Percentile(first.Skip(20), 0.5):F2})   BouncyCastle {peer,6:F2}: {peer / median:F1} times as long"));
        }
        await MasterListAsync(to);
    }

    private static async Task MasterListAsync(TextWriter to)
    {
        var path = Path.GetFullPath(Path.Combine("..", "shared", "data", "csca", "DE_ML_2025-03-05.ml"));
        var root = Path.GetFullPath(Path.Combine("..", "shared", "data", "csca", "DE_ROOT_CA_CSCA07.cer"));
        if (!File.Exists(path) || !File.Exists(root))
        {
            await to.WriteLineAsync($"  no master list at {path}");
            return;
        }
        var (encoded, authority) = (await File.ReadAllBytesAsync(path), SigningCertificate.Read(await File.ReadAllBytesAsync(root))!);
        var seconds = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            seconds.Add(Milliseconds(() =>
            {
                var list = MasterListReader.Read(encoded).List!;
                if (!MasterListVerifier.Verify(list, authority).IsWhole)
                    throw new InvalidOperationException("The list verifies.");
            }) / 1000);
        }
        await to.WriteLineAsync($"  [measure] the German master list of 2025 read and verified, every certificate: {Figures.Spread(seconds, "F2", "s")}, the first while the program warms up");
    }

    private static SpecimenPassport Passport()
    {
        var face = new byte[20_000];
        new Random(1).NextBytes(face);
        new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }.CopyTo(face, 0);
        return new SpecimenPassport(
            new MrzFields
            {
                Format = MrzFormat.TD3,
                DocumentCode = "P",
                IssuingState = "UTO",
                PrimaryIdentifier = "SPECIMENA",
                SecondaryIdentifier = "ANNA",
                NameMayBeTruncated = false,
                DocumentNumber = "SPC000042",
                Nationality = "UTO",
                DateOfBirth = PartialDate.Of(1990, 5, 17),
                Sex = Sex.Female,
                DateOfExpiry = PartialDate.Of(2035, 1, 1),
                OptionalData = [""],
            },
            face);
    }

    private static void Ours(IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> files, TrustAnchors anchors)
    {
        var data = LdsReader.Read(files, DateOnly.FromDateTime(Now.Date));
        if (!PassiveAuthentication.Verify(data, anchors, Now).IsGenuine)
            throw new InvalidOperationException("The passport is genuine.");
    }

    /// <summary>The signature, its signer's certificate by the authority, and the hash of each group.</summary>
    private static void Theirs(IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> files, X509Certificate authority)
    {
        var cms = new CmsSignedData(Inner(files[ElementaryFile.Security].Span).ToArray());
        var signer = cms.GetSignerInfos().GetSigners()[0];
        var certificate = cms.GetCertificates().EnumerateMatches(signer.SignerID).First();
        certificate.Verify(authority.GetPublicKey());
        certificate.CheckValidity(Now.UtcDateTime);
        if (!signer.Verify(certificate))
            throw new InvalidOperationException("The passport is genuine.");
        var digest = DigestUtilities.GetDigest(signer.DigestAlgorithmID.Algorithm);
        foreach (var file in files.Where(f => f.Key.Group is not null))
        {
            digest.BlockUpdate(file.Value.Span);
            DigestUtilities.DoFinal(digest);
        }
    }

    private static ReadOnlySpan<byte> Inner(ReadOnlySpan<byte> file) => file[(file[1] < 0x80 ? 2 : 2 + (file[1] & 0x7F))..];

    private static double Milliseconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
