using Rahdari.Dates;
using Rahdari.Documents.Chips;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Specimens;

/// <summary>
/// An invented State that issues electronic passports, and forgers who live there: for tests, demonstrations and training. Its keys
/// are made anew each time and vouch for nothing elsewhere. Meant for one thread.
/// </summary>
public sealed class SpecimenState
{
    private const string LdsVersion = "0107";
    private const string CardSecurity = "0.4.0.127.0.7.3.2.1";

    private readonly DateTimeOffset now;
    private readonly SpecimenSigner signer;
    private readonly SpecimenSigner expired;
    private readonly SpecimenSigner revoked;
    private readonly SpecimenSigner forger;

    private SpecimenState(DateTimeOffset now, SpecimenAlgorithm algorithm)
    {
        this.now = now;
        var from = now.AddYears(-6);
        Authority = SpecimenAuthority.Create(from, algorithm);
        signer = Authority.Signer(now.AddDays(-30), now.AddYears(10), documentTypes: ["P"]);
        expired = Authority.Signer(now.AddYears(-5), now.AddDays(-10), documentTypes: ["P"]);
        revoked = Authority.Signer(now.AddDays(-60), now.AddYears(10), documentTypes: ["P"]);
        // Under the State's own names, with keys of their own.
        forger = SpecimenAuthority.Create(from, algorithm).Signer(now.AddDays(-30), now.AddYears(10), documentTypes: ["P"]);
        RevocationList = Authority.Revoke(now.AddDays(-1), now.AddDays(90), revoked);
    }

    /// <summary>Its signing authority.</summary>
    public SpecimenAuthority Authority { get; }

    /// <summary>Its revocation list.</summary>
    public ReadOnlyMemory<byte> RevocationList { get; }

    /// <summary>What its passports are verified against.</summary>
    public TrustAnchors Anchors => new([Authority.Certificate], revocations: [Trust.RevocationList.Read(RevocationList)!]);

    /// <summary>A State as of an instant.</summary>
    public static SpecimenState Create(DateTimeOffset now, SpecimenAlgorithm? algorithm = null) => new(now, algorithm ?? SpecimenAlgorithm.Usual);

    /// <summary>Personalises a chip, truly or with a lie, and prints the zone on the page.</summary>
    public SpecimenChip Issue(SpecimenPassport passport, SpecimenLie lie = SpecimenLie.None)
    {
        var (by, at) = lie switch
        {
            SpecimenLie.WrongSigner => (forger, now.AddDays(-5)),
            SpecimenLie.SignerExpired => (expired, now.AddYears(-5).AddDays(20)),
            SpecimenLie.SignerRevoked => (revoked, now.AddDays(-50)),
            _ => (signer, now.AddDays(-5)),
        };
        var groups = passport.Groups();
        var signed = lie == SpecimenLie.SecurityObjectStale ? Another(passport).Groups() : groups;
        var security = by.SecurityObject(signed, LdsVersion, at);
        var common = LdsComposer.Common(new CommonData(LdsVersion, "040000", [.. groups.Keys]));
        if (lie == SpecimenLie.GroupAltered)
            groups[2] = LdsComposer.Face(Retouched(passport.Face));
        if (lie == SpecimenLie.FaceMissing)
            groups.Remove(2);

        var files = groups.ToDictionary(group => ElementaryFile.DataGroup(group.Key), group => (ReadOnlyMemory<byte>)group.Value);
        files[ElementaryFile.Common] = common;
        files[ElementaryFile.Security] = security;
        if (passport.Keys.NeedsCardSecurity)
            files[ElementaryFile.CardSecurity] = by.Sign(CardSecurity, passport.Keys.SecurityInfos.ToArray(), at);
        var printed = Printed(passport.Fields, lie);
        return new SpecimenChip(files, MrzComposer.Compose(printed), lie)
        {
            Password = ChipPassword.OfZone(printed),
            Keys = lie == SpecimenLie.ChipCloned ? passport.Keys.Cloned() : passport.Keys,
        };
    }

    /// <summary>What is printed on the page of a passport whose chip says this.</summary>
    public static MrzFields Printed(MrzFields chip, SpecimenLie lie) => lie == SpecimenLie.ZoneDiffers ? chip with { DateOfBirth = Earlier(chip.DateOfBirth) } : chip;

    /// <summary>The same holder's passport before this one: no group of it is the same.</summary>
    private static SpecimenPassport Another(SpecimenPassport passport) => passport with
    {
        Fields = passport.Fields with { DocumentNumber = passport.Fields.DocumentNumber == "SPC000000" ? "SPC000001" : "SPC000000" },
        Face = Retouched(passport.Face),
        Holder = passport.Holder is { } holder ? holder with { Telephone = "000" } : null,
        Issue = passport.Issue is { } issue ? issue with { Authority = "Specimen Office of Former Days" } : null,
        Keys = passport.Keys.Renewed(),
    };

    /// <summary>Another picture for a reader of hashes: one comment more at its end.</summary>
    private static byte[] Retouched(ReadOnlyMemory<byte> face) => [.. face.Span, 0xFF, 0xFE, 0x00, 0x02];

    private static PartialDate Earlier(PartialDate date) => date.ToDateOnly() is { } day ? PartialDate.From(day.AddYears(-8)) : date;
}
