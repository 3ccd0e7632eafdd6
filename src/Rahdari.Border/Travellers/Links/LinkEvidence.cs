using Rahdari.Documents.Findings;
using Rahdari.Matching;

namespace Rahdari.Border.Travellers.Links;

/// <summary>What agrees between two identities and what contradicts, in codes that the sentences know.</summary>
internal static class LinkEvidence
{
    public static IEnumerable<Finding> Of(KnownIdentity one, KnownIdentity other, NumberAgreement numbers, bool isNamed, bool isSameDocument, bool areFew, PersonLikeness likeness)
    {
        if (OfNumbers(numbers) is { } ofNumbers)
            yield return Found(ofNumbers, one.PersonalNumber!.Number, other.PersonalNumber!.Number);
        if (isSameDocument)
            yield return Found(BorderRule.LinkSameDocument, Document(one), Document(other));
        if (isNamed)
            yield return Found(BorderRule.LinkDocumentNamed, Document(one), Document(other));
        yield return Found(OfName(likeness.Name), NameAsRead.Of(one.PrimaryIdentifier, one.SecondaryIdentifier), NameAsRead.Of(other.PrimaryIdentifier, other.SecondaryIdentifier));
        if (areFew)
            yield return Found(BorderRule.LinkNameOfFew, one.Nationality, other.Nationality);
        if (OfPart(likeness[ScorePartKind.DateOfBirth], BorderRule.LinkSameBirth, BorderRule.LinkNearBirth, BorderRule.LinkOtherBirth) is { } ofBirth)
            yield return Found(ofBirth == BorderRule.LinkSameBirth && one.DateOfBirth is { Month: 1, Day: 1 } ? BorderRule.LinkFirstOfJanuary : ofBirth, $"{one.DateOfBirth}", $"{other.DateOfBirth}");
        if (OfPart(likeness[ScorePartKind.PlaceOfBirth], BorderRule.LinkSamePlace, BorderRule.LinkSamePlace, BorderRule.LinkOtherPlace) is { } ofPlace)
            yield return Found(ofPlace, one.PlaceOfBirth!, other.PlaceOfBirth!);
        if (OfPart(likeness[ScorePartKind.Nationality], BorderRule.LinkSameNationality, BorderRule.LinkSameNationality, BorderRule.LinkOtherNationality) is { } ofNationality)
            yield return Found(ofNationality, one.Nationality, other.Nationality);
        if (OfPart(likeness[ScorePartKind.Sex], BorderRule.LinkSameSex, BorderRule.LinkSameSex, BorderRule.LinkOtherSex) is { } ofSex)
            yield return Found(ofSex, $"{one.Sex}", $"{other.Sex}");
    }

    private static BorderRule? OfNumbers(NumberAgreement numbers) => numbers switch
    {
        NumberAgreement.Same => BorderRule.LinkSameNumber,
        NumberAgreement.Nearly => BorderRule.LinkNearNumber,
        NumberAgreement.Other => BorderRule.LinkOtherNumber,
        _ => null,
    };

    private static BorderRule OfName(NameLikeness name) => name switch
    {
        NameLikeness.Same => BorderRule.LinkSameName,
        NameLikeness.SpeltOtherwise => BorderRule.LinkNameSpeltOtherwise,
        NameLikeness.LeftOut => BorderRule.LinkNameLeftOut,
        NameLikeness.Near => BorderRule.LinkNearName,
        NameLikeness.Part => BorderRule.LinkPartOfName,
        _ => BorderRule.LinkOtherName,
    };

    private static BorderRule? OfPart(ScorePart part, BorderRule same, BorderRule near, BorderRule other) => part.Agreement switch
    {
        Agreement.Equal => same,
        Agreement.Near => near,
        Agreement.Different => other,
        _ => null,
    };

    private static string Document(KnownIdentity identity) => $"{identity.IssuingState} {identity.DocumentCode} {identity.DocumentNumber}";

    private static Finding Found(BorderRule rule, string one, string other) => rule.Broken(null, ("one", one), ("other", other));
}
