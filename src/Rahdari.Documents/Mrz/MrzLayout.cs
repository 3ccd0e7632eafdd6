using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Mrz;

/// <summary>The places of every field of a format: the tables of Doc 9303 parts 4 to 7, and of national documents, as data.</summary>
/// <param name="Format">The format.</param>
/// <param name="Widths">The characters of each line.</param>
internal sealed record MrzLayout(MrzFormat Format, params IReadOnlyList<int> Widths)
{
    private static readonly FieldPlace TwoLineNumber = new(1, 0, 9), TwoLineBirth = new(1, 13, 6), TwoLineExpiry = new(1, 21, 6);

    /// <summary>Doc 9303-5 §4.2.2.</summary>
    public static readonly MrzLayout TD1 = new(MrzFormat.TD1, 30, 30, 30)
    {
        Name = new(2, 0, 30),
        DocumentNumber = new(0, 5, 9),
        Nationality = new(1, 15, 3),
        DateOfBirth = new(1, 0, 6),
        Sex = new(1, 7, 1),
        DateOfExpiry = new(1, 8, 6),
        OptionalData = [new(0, 15, 15), new(1, 18, 11)],
        HasLongNumbers = true,
        NumberDigit = Number(new(0, 5, 9)),
        Digits =
        [
            Birth(new(1, 0, 6)),
            Expiry(new(1, 8, 6)),
            Composite(new(1, 29, 1), new(0, 5, 25), new(1, 0, 7), new(1, 8, 7), new(1, 18, 11)),
        ],
    };

    /// <summary>Doc 9303-6 §4.2.2.</summary>
    public static readonly MrzLayout TD2 = TwoLines(MrzFormat.TD2, 36) with
    {
        OptionalData = [new(1, 28, 7)],
        HasLongNumbers = true,
        Digits = [Birth(TwoLineBirth), Expiry(TwoLineExpiry), Composite(new(1, 35, 1), new(1, 0, 10), new(1, 13, 7), new(1, 21, 14))],
    };

    /// <summary>Doc 9303-4 §4.2.2.</summary>
    public static readonly MrzLayout TD3 = TwoLines(MrzFormat.TD3, 44) with
    {
        OptionalData = [new(1, 28, 14)],
        Digits = [Birth(TwoLineBirth), Expiry(TwoLineExpiry), .. PersonalAndComposite],
    };

    /// <summary>Doc 9303-7 §4.2.2; it has no composite check digit.</summary>
    public static readonly MrzLayout MRVA = TwoLines(MrzFormat.MRVA, 44) with { OptionalData = [new(1, 28, 16)] };

    /// <summary>Doc 9303-7 §5.2.2; it has no composite check digit.</summary>
    public static readonly MrzLayout MRVB = TwoLines(MrzFormat.MRVB, 36) with { OptionalData = [new(1, 28, 8)] };

    /// <summary>
    /// France, card of 1988 to 2021: surname and office on the first line; the number (year and month of issue, department,
    /// serial), given names, birth and sex on the second. Its last digit covers both lines. It has no date of expiry: ten or
    /// fifteen years from the month of issue. Source: fr.wikipedia.org/wiki/Carte_nationale_d'identité_en_France.
    /// </summary>
    public static readonly MrzLayout FrenchIdentityCard = new(MrzFormat.FrenchIdentityCard, 36, 36)
    {
        Opening = "IDFRA",
        Name = new(0, 5, 25),
        GivenNames = new(1, 13, 14),
        DocumentNumber = new(1, 0, 12),
        MonthOfIssue = new(1, 0, 4),
        DateOfBirth = new(1, 27, 6),
        Sex = new(1, 34, 1),
        OptionalData = [new(0, 30, 6)],
        NumberDigit = Number(new(1, 0, 12)),
        Digits = [Birth(new(1, 27, 6)), Composite(new(1, 35, 1), new(0, 0, 36), new(1, 0, 35))],
    };

    /// <summary>
    /// Switzerland, driving licence in card form: the number of the blank card with its language, then PIN and version of
    /// the licence (field 5 of the card) and the date of birth, then the name. It has no check digits. Source: the Federal
    /// Roads Office's specimen, as npm package mrz reads it.
    /// </summary>
    public static readonly MrzLayout SwissDrivingLicence = new(MrzFormat.SwissDrivingLicence, 9, 30, 30)
    {
        Opening = "FACHE",
        OpeningLine = 1,
        DocumentCode = new(1, 0, 2),
        IssuingState = new(1, 2, 3),
        DocumentNumber = new(1, 5, 12),
        DateOfBirth = new(1, 19, 6),
        Name = new(2, 0, 30),
        OptionalData = [new(0, 0, 9)],
        Fillers = [new(1, 17, 2), new(1, 25, 5)],
    };

    /// <summary>
    /// France, driving licence in card form: one line, the surname cut to eight letters. Source: Arrêté of 20 April 2012 on
    /// driving licences, with the specimen of npm package mrz.
    /// </summary>
    public static readonly MrzLayout FrenchDrivingLicence = new(MrzFormat.FrenchDrivingLicence, 30)
    {
        Opening = "D1FRA",
        DocumentNumber = new(0, 5, 9),
        DateOfExpiry = new(0, 15, 6),
        Name = new(0, 21, 8),
        NumberDigit = new(FindingCatalogue.CheckDigitNumber, "DocumentNumber", new(0, 14, 1), false, new FieldPlace(0, 0, 14)),
        Digits = [Composite(new(0, 29, 1), new FieldPlace(0, 0, 29))],
    };

    /// <summary>
    /// Netherlands, driving licence in card form: one line that opens the chip and names nobody; version, number and random
    /// characters. Source: Regulation (EU) 383/2012, annex I; ISO/IEC 18013-3, one-line zone.
    /// </summary>
    public static readonly MrzLayout DutchDrivingLicence = new(MrzFormat.DutchDrivingLicence, 30)
    {
        Opening = "D1NLD",
        DocumentNumber = new(0, 6, 10),
        OptionalData = [new(0, 5, 1), new(0, 16, 13)],
        Digits = [Composite(new(0, 29, 1), new FieldPlace(0, 0, 29))],
    };

    /// <summary>
    /// Russia, internal passport: the frame of TD3; Cyrillic letters one by one as Latin letters and digits; the last digit of
    /// the series stands in the optional data before the date of issue and the office. Source: Ministry of the Interior, order
    /// 773 of 16 November 2020, appendix 24.
    /// </summary>
    public static readonly MrzLayout RussianInternalPassport = TwoLines(MrzFormat.RussianInternalPassport, 44) with
    {
        Opening = "PNRUS",
        NameHasDigits = true,
        OptionalData = [new(1, 28, 14)],
        Digits = [Birth(TwoLineBirth), MrzDigit.After(FindingCatalogue.CheckDigitExpiry, "DateOfExpiry", TwoLineExpiry, fillerWhenEmpty: true), .. PersonalAndComposite],
    };

    /// <summary>Every layout, in the order of the formats.</summary>
    public static IReadOnlyList<MrzLayout> All { get; } =
        [TD1, TD2, TD3, MRVA, MRVB, FrenchIdentityCard, SwissDrivingLicence, FrenchDrivingLicence, DutchDrivingLicence, RussianInternalPassport];

    /// <summary>How a national document begins, by which it is known; null for the formats of Doc 9303.</summary>
    public string? Opening { get; private init; }

    /// <summary>0-based line of <see cref="Opening"/>.</summary>
    public int OpeningLine { get; private init; }

    /// <summary>The document code.</summary>
    public FieldPlace DocumentCode { get; private init; } = new(0, 0, 2);

    /// <summary>The issuing State.</summary>
    public FieldPlace IssuingState { get; private init; } = new(0, 2, 3);

    /// <summary>The name, or the surname where the given names have a place of their own; null where the zone names nobody.</summary>
    public FieldPlace? Name { get; private init; }

    /// <summary>The given names, where they have a place of their own.</summary>
    public FieldPlace? GivenNames { get; private init; }

    /// <summary>Whether the name's alphabet has digits too.</summary>
    public bool NameHasDigits { get; private init; }

    /// <summary>The document number, of a long one its beginning.</summary>
    public FieldPlace DocumentNumber { get; private init; }

    /// <summary>The nationality, or null.</summary>
    public FieldPlace? Nationality { get; private init; }

    /// <summary>The date of birth, or null.</summary>
    public FieldPlace? DateOfBirth { get; private init; }

    /// <summary>The sex, or null.</summary>
    public FieldPlace? Sex { get; private init; }

    /// <summary>The date of expiry, or null.</summary>
    public FieldPlace? DateOfExpiry { get; private init; }

    /// <summary>Year and month of issue within the document number, or null.</summary>
    public FieldPlace? MonthOfIssue { get; private init; }

    /// <summary>The optional data.</summary>
    public IReadOnlyList<FieldPlace> OptionalData { get; private init; } = [];

    /// <summary>Places that hold fillers alone.</summary>
    public IReadOnlyList<FieldPlace> Fillers { get; private init; } = [];

    /// <summary>Whether a number longer than nine characters goes on in the first optional data (Doc 9303-5 and -6, note on long numbers).</summary>
    public bool HasLongNumbers { get; private init; }

    /// <summary>The document number's check digit (of a number that is not long), or null.</summary>
    public MrzDigit? NumberDigit { get; private init; }

    /// <summary>The other check digits, the composite last.</summary>
    public IReadOnlyList<MrzDigit> Digits { get; private init; } = [];

    /// <summary>Whether it is a visa's.</summary>
    public bool IsVisa => Format is MrzFormat.MRVA or MrzFormat.MRVB;

    /// <summary>The layout of a format.</summary>
    public static MrzLayout Of(MrzFormat format) => All[(int)format];

    /// <summary>The layout of lines, or null where no format has their widths.</summary>
    public static MrzLayout? For(IReadOnlyList<string> lines)
    {
        var fitting = All.Where(layout => layout.Fits(lines)).ToArray();
        return fitting.FirstOrDefault(layout => layout.Opening is not null)
            ?? fitting.FirstOrDefault(layout => layout.IsVisa == (lines[0][0] == 'V'))
            ?? fitting.FirstOrDefault();
    }

    private static IReadOnlyList<MrzDigit> PersonalAndComposite =>
    [
        MrzDigit.After(FindingCatalogue.CheckDigitPersonal, "OptionalData", new(1, 28, 14), fillerWhenEmpty: true),
        Composite(new(1, 43, 1), new(1, 0, 10), new(1, 13, 7), new(1, 21, 22)),
    ];

    private static MrzLayout TwoLines(MrzFormat format, int width) => new(format, width, width)
    {
        Name = new(0, 5, width - 5),
        DocumentNumber = TwoLineNumber,
        Nationality = new(1, 10, 3),
        DateOfBirth = TwoLineBirth,
        Sex = new(1, 20, 1),
        DateOfExpiry = TwoLineExpiry,
        NumberDigit = Number(TwoLineNumber),
        Digits = [Birth(TwoLineBirth), Expiry(TwoLineExpiry)],
    };

    private static MrzDigit Number(FieldPlace place) => MrzDigit.After(FindingCatalogue.CheckDigitNumber, "DocumentNumber", place);

    private static MrzDigit Birth(FieldPlace place) => MrzDigit.After(FindingCatalogue.CheckDigitBirth, "DateOfBirth", place);

    private static MrzDigit Expiry(FieldPlace place) => MrzDigit.After(FindingCatalogue.CheckDigitExpiry, "DateOfExpiry", place);

    private static MrzDigit Composite(FieldPlace at, params IReadOnlyList<FieldPlace> over) => new(FindingCatalogue.CheckDigitComposite, "Composite", at, false, over);

    private bool Fits(IReadOnlyList<string> lines)
    {
        if (lines.Count != Widths.Count)
            return false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length != Widths[i])
                return false;
        }
        return Opening is null || lines[OpeningLine].StartsWith(Opening, StringComparison.Ordinal);
    }
}
