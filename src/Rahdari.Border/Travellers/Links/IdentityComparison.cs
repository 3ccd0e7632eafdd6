using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Matching;

namespace Rahdari.Border.Travellers.Links;

/// <summary>
/// Decides whether two identities are one person's. Pure: what comes of two identities depends on nothing else, and not on which is named first. Thread-safe.
/// </summary>
/// <remarks>
/// A personal number that is the same carries a link unless date of birth or name speak against it as a father's or a brother's do. Without one, name, date of birth, sex, nationality and
/// place of birth must together be so rare that eight million travellers would hardly have them twice; whatever tells twins apart (a given name) must then be the same.
/// The weights are those of <see cref="PersonComparison"/>, in bits; docs/decisions/0015-travellers.md says why, docs/measurements/ledger.md what comes of it.
/// </remarks>
public sealed class IdentityComparison
{
    // Without a number: of eight million travellers (23 bits) a third are known twice, so that 25 bits are one chance in two, and of those that just reach 32 one in a hundred is wrong.
    private const double Strong = 32, Weak = 22;

    // A part that is left out, mistyped or another may as well be a brother's: what waits for a supervisor must be worth the look.
    private const double WeakOfOtherName = 28;

    // Half of the travellers are the country's own, one in six is Afghan and has names that many Afghans have, and nobody else is one in sixteen. Few have two nationalities.
    private const double Own = 1, Neighbour = 2, Others = 4, TwoNationalities = -4.5;

    private const double FullDay = 13, OneDigitOff = 5, OtherYear = -5;

    // With two numbers that nearly agree: the whole name of a person, not one that many share.
    private const double TellingName = 8, RareName = 20;

    private readonly PersonComparison persons;

    /// <summary>A comparison for names that are as common as they are in a population.</summary>
    public IdentityComparison(NamePopulation population) => persons = new PersonComparison(population);

    internal PersonComparison Persons => persons;

    /// <summary>Compares.</summary>
    public LinkVerdict Compare(KnownIdentity one, KnownIdentity other)
    {
        // The name that may have been cut is the one that is asked for; otherwise whichever comes first by what it says.
        if (one.NameMayBeTruncated == other.NameMayBeTruncated ? string.CompareOrdinal(Key(one), Key(other)) > 0 : other.NameMayBeTruncated)
            return Compare(other, one) is var turned ? turned with { Evidence = [.. turned.Evidence.Select(Turned)] } : turned;
        var numbers = PersonalNumber.Compare(one.PersonalNumber, other.PersonalNumber);
        var isNamed = Names(one, other) || Names(other, one);
        var isSameDocument = one.IssuingState == other.IssuingState && one.DocumentNumber == other.DocumentNumber;
        if (!isNamed && !isSameDocument && !MayBeOne(one, other, numbers))
            return new LinkVerdict(LinkStrength.None, IsByNumber: false, []);
        var likeness = persons.Of(Query(one), Listed(other));
        var strength = numbers == NumberAgreement.Other ? OfTwoNumbers(likeness, isNamed)
            : numbers == NumberAgreement.Same ? OfOneNumber(one, other, likeness)
            : isNamed || isSameDocument ? OfOneDocument(one, other, likeness)
            : numbers == NumberAgreement.Nearly ? OfNearNumbers(likeness)
            : OfNoNumber(one, other, likeness);
        return new LinkVerdict(
            strength,
            strength != LinkStrength.None && numbers == NumberAgreement.Same,
            strength == LinkStrength.None ? [] : [.. LinkEvidence.Of(one, other, numbers, isNamed, isSameDocument, likeness)]);
    }

    /// <summary>True where two identities have numbers of two people: they are one person's only where somebody says so.</summary>
    public static bool Contradict(KnownIdentity one, KnownIdentity other) => PersonalNumber.Compare(one.PersonalNumber, other.PersonalNumber) == NumberAgreement.Other;

    /// <summary>What nothing of a name can make up for is not compared any further.</summary>
    private static bool MayBeOne(KnownIdentity one, KnownIdentity other, NumberAgreement numbers) => numbers switch
    {
        NumberAgreement.Same => true,
        NumberAgreement.Nearly => true,
        NumberAgreement.Other => one.DateOfBirth == other.DateOfBirth && IsTelling(one),
        _ => one.DateOfBirth.IsCompatibleWith(other.DateOfBirth) && !one.DateOfBirth.IsUnknown && !other.DateOfBirth.IsUnknown,
    };

    private static bool IsTelling(KnownIdentity identity) => identity.DateOfBirth.IsComplete && identity.DateOfBirth is not { Month: 1, Day: 1 };

    private LinkStrength OfOneNumber(KnownIdentity one, KnownIdentity other, PersonLikeness likeness)
    {
        var (name, birth, isOtherSex) = (likeness.Name, likeness[ScorePartKind.DateOfBirth], IsOtherSex(likeness));
        var isAlike = name >= NameLikeness.Near || name == NameLikeness.Unknown;
        // A digit of the year is what tells a father from his son.
        var isBornAlike = birth.Agreement == Agreement.Equal || (birth.Points >= OneDigitOff && one.DateOfBirth.Year == other.DateOfBirth.Year);
        if (isOtherSex)
            return isAlike && birth.Agreement == Agreement.Equal ? LinkStrength.Strong : LinkStrength.Weak;
        // Who marries keeps the given name; twins may both carry their father's number.
        if (isBornAlike)
            return isAlike || (name == NameLikeness.Part ? IsOne(one.SecondaryIdentifier, other.SecondaryIdentifier) : birth.Points >= FullDay) ? LinkStrength.Strong : LinkStrength.Weak;
        if (birth.Agreement == Agreement.Missing)
            return isAlike ? LinkStrength.Strong : LinkStrength.Weak;
        // Another date of birth: the number may be a father's on his child's passport, and they may have one name.
        return name >= NameLikeness.SpeltOtherwise && birth.Points > OtherYear && IsYearAtMostNext(one, other) ? LinkStrength.Strong : LinkStrength.Weak;
    }

    /// <summary>A document that both carry, or that one names: whose it is the name must say, for documents are altered.</summary>
    private LinkStrength OfOneDocument(KnownIdentity one, KnownIdentity other, PersonLikeness likeness) =>
        likeness.Name >= NameLikeness.Near ? OfOneNumber(one, other, likeness) : LinkStrength.Weak;

    private static bool IsYearAtMostNext(KnownIdentity one, KnownIdentity other) =>
        one.DateOfBirth.Year is { } year && other.DateOfBirth.Year is { } otherYear && Math.Abs(year - otherYear) <= 1;

    private static LinkStrength OfNearNumbers(PersonLikeness likeness)
    {
        // Twins are registered one after the other.
        if (likeness.Name < NameLikeness.Near || IsOtherSex(likeness))
            return LinkStrength.None;
        var birth = likeness[ScorePartKind.DateOfBirth];
        if (likeness.Name == NameLikeness.Same && birth.Agreement == Agreement.Equal && likeness[ScorePartKind.Name].Points >= TellingName)
            return LinkStrength.Strong;
        return birth.Agreement == Agreement.Equal || (birth.Points >= OneDigitOff && likeness.Name >= NameLikeness.SpeltOtherwise) ? LinkStrength.Weak : LinkStrength.None;
    }

    private static LinkStrength OfTwoNumbers(PersonLikeness likeness, bool isNamed)
    {
        if (IsOtherSex(likeness))
            return LinkStrength.None;
        var isWhole = likeness.Name >= NameLikeness.SpeltOtherwise && likeness[ScorePartKind.Name].Points >= RareName && likeness[ScorePartKind.DateOfBirth].Points >= FullDay;
        return isWhole || isNamed ? LinkStrength.Weak : LinkStrength.None;
    }

    private LinkStrength OfNoNumber(KnownIdentity one, KnownIdentity other, PersonLikeness likeness)
    {
        if (likeness.Name <= NameLikeness.Other || IsOtherSex(likeness) || likeness[ScorePartKind.DateOfBirth].Agreement != Agreement.Equal)
            return LinkStrength.None;
        var points = likeness.Parts.Where(part => part.Kind != ScorePartKind.Nationality).Sum(part => part.Points) + OfNationality(one.Nationality, other.Nationality);
        var (isWhole, isOtherPlace) = (likeness.Name >= NameLikeness.SpeltOtherwise, likeness[ScorePartKind.PlaceOfBirth].Agreement == Agreement.Different);
        if (points < (isWhole ? Weak : WeakOfOtherName) || (likeness.Name == NameLikeness.Part && !IsOne(one.SecondaryIdentifier, other.SecondaryIdentifier)))
            return LinkStrength.None;
        return isWhole && !isOtherPlace && points >= Strong && one.DateOfBirth.IsComplete && other.DateOfBirth.IsComplete && IsOne(one.PrimaryIdentifier, other.PrimaryIdentifier)
            ? LinkStrength.Strong
            : LinkStrength.Weak;
    }

    private static double OfNationality(string one, string other) =>
        one.Length == 0 || other.Length == 0 ? 0 : one != other ? TwoNationalities : one switch { "PAK" => Own, "AFG" => Neighbour, _ => Others };

    /// <summary>Ali Ahmed and Ahmed Ali are two names. A surname that contradicts is a husband's; a given name that does is another child of one father.</summary>
    private bool IsOne(string one, string other) =>
        one.Length > 0 && other.Length > 0 && persons.Of(new PersonQuery(one), Person(other)).Name >= NameLikeness.SpeltOtherwise;

    private static bool IsOtherSex(PersonLikeness likeness) => likeness[ScorePartKind.Sex].Agreement == Agreement.Different;

    private static bool Names(KnownIdentity one, KnownIdentity other) => other.DocumentNumber.Length > 0 && one.OtherDocuments.Contains(other.DocumentNumber);

    private static PersonQuery Query(KnownIdentity identity) => new($"{identity.PrimaryIdentifier} {identity.SecondaryIdentifier}")
    {
        DateOfBirth = identity.DateOfBirth,
        PlaceOfBirth = identity.PlaceOfBirth,
        Nationality = identity.Nationality.Length == 0 ? null : identity.Nationality,
        Sex = Letter(identity.Sex),
        NameMayBeTruncated = identity.NameMayBeTruncated,
    };

    private static ListedPerson Listed(KnownIdentity identity) => Person($"{identity.PrimaryIdentifier} {identity.SecondaryIdentifier}") with
    {
        BirthDates = identity.DateOfBirth.IsUnknown ? [] : [new Dates.DateSpan(identity.DateOfBirth)],
        Nationalities = identity.Nationality.Length == 0 ? [] : [identity.Nationality],
        Sex = Letter(identity.Sex),
        BirthPlaces = identity.PlaceOfBirth is { } place ? [place] : [],
    };

    private static ListedPerson Person(string name) => new("", [new ListedName(name, ListedNameKind.Primary)], [], [], null, []);

    private static char? Letter(Sex sex) => sex switch { Sex.Male => 'M', Sex.Female => 'F', _ => null };

    private static string Key(KnownIdentity identity) => string.Join('\n', identity.PrimaryIdentifier, identity.SecondaryIdentifier, identity.DocumentNumber, identity.IssuingState, identity.DocumentCode, identity.DateOfBirth);

    /// <summary>Evidence with both sides exchanged.</summary>
    internal static Finding Turned(Finding finding) => Finding.Of(
        finding.Code, finding.Severity, finding.Field, [.. finding.Evidence.Select(value => (value.Key == "one" ? "other" : value.Key == "other" ? "one" : value.Key, value.Value))]);
}
