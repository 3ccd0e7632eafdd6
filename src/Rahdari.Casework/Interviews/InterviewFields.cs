using System.Text.RegularExpressions;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Interviews;

/// <summary>What an interview must hold before it is kept, and before it ends.</summary>
internal static partial class InterviewFields
{
    private const int LongestName = 200;
    private const int LongestText = 4000;
    private const int MostOfAList = 100;
    private const int ShortestPartOfAName = 3;
    private const int ShortestNumber = 5;

    /// <summary>The rule that a field breaks, whatever is still open.</summary>
    public static Finding? Kept(InterviewTold told, InterviewGuide guide) =>
        Known("course", told.Course) ?? Known("sex", told.Sex) ?? Known("ageGroup", told.AgeGroup) ?? (told.Outcome is { } outcome ? Known("outcome", outcome) : null)
        ?? Text("language", told.Language, LongestName) ?? Text("interpreter", told.Interpreter, LongestName) ?? Text("with", told.With, LongestName)
        ?? Text("why", told.Why, LongestText) ?? Text("suspicion", told.Suspicion, LongestText) ?? Text("circle", told.Circle, LongestName) ?? Text("province", told.Province, LongestName)
        ?? Text("organisation", told.Organisation, LongestName) ?? Text("bestInterests", told.BestInterests, LongestText)
        ?? List("needs", told.Needs, need => Enum.IsDefined(need)) ?? List("forms", told.Forms, form => Enum.IsDefined(form))
        ?? List("answers", told.Answers, answer => answer is { Text: { } text } && text.Length <= LongestText && Shelter.Files.ShelterFields.IsWritten(text) && guide.Questions.Any(q => q.Code == answer.Question))
        ?? (told.Answers.Select(a => a.Question).Distinct().Count() == told.Answers.Count ? null : Wrong("answers"));

    /// <summary>The rule that an interview breaks which is to end, or null.</summary>
    public static Finding? Ended(InterviewTold told, InterviewGuide guide, Interviewed person, DateOnly today) =>
        Kept(told, guide) ?? (told.Course == InterviewCourse.NotHeld ? NotHeld(told, person) : Talked(told, person, told.IsMinor || person.MayBeUnder18(today)));

    private static Finding? NotHeld(InterviewTold told, Interviewed person) =>
        told.Outcome is not (null or InterviewOutcome.NoIndication) ? Wrong("outcome") : Missing("why", told.Why) ?? Named("why", told.Why, person);

    /// <summary>The rule that a conversation breaks; a child is one by the document too, whatever the interviewer thinks.</summary>
    private static Finding? Talked(InterviewTold told, Interviewed person, bool isMinor)
    {
        if (told.Language is null || !Language().IsMatch(told.Language))
            return Wrong("language");
        if (!told.IsApart)
            return CaseworkRule.InterviewNotApart.Broken("isApart");
        if (told.Outcome is not { } outcome)
            return Wrong("outcome");
        if (isMinor && string.IsNullOrWhiteSpace(told.With))
            return CaseworkRule.InterviewChildAlone.Broken("with");
        return outcome == InterviewOutcome.NoIndication ? null : Referred(told, outcome, person, isMinor);
    }

    private static Finding? Referred(InterviewTold told, InterviewOutcome outcome, Interviewed person, bool isMinor) =>
        Missing("why", told.Why)
        ?? (PlaceCode.Is(told.Circle) ? null : Wrong("circle"))
        ?? (told.Province is { } province && Province().IsMatch(province) ? null : Wrong("province"))
        ?? (told.Forms.Count > 0 ? null : Wrong("forms"))
        ?? (outcome is InterviewOutcome.PossibleTrafficker or InterviewOutcome.Both ? Missing("suspicion", told.Suspicion) : null)
        ?? (told.IsOfVictim ? Shared(told, isMinor) ?? Named("why", told.Why, person) ?? Named("suspicion", told.Suspicion, person) : null);

    /// <summary>Nobody learns who a possible victim is without their consent; for a child somebody decides in its best interests.</summary>
    private static Finding? Shared(InterviewTold told, bool isMinor) => told switch
    {
        { Organisation: not null, MayBeTold: false } when !isMinor || string.IsNullOrWhiteSpace(told.BestInterests) => CaseworkRule.InterviewConsentMissing.Broken("mayBeTold"),
        { Organisation: null } when isMinor && string.IsNullOrWhiteSpace(told.BestInterests) => CaseworkRule.InterviewChildUnhelped.Broken("organisation"),
        _ => null,
    };

    /// <summary>A text that the circle reads names the person by their document's number, or by a name with another part of it.</summary>
    private static Finding? Named(string field, string? text, Interviewed person)
    {
        if (text is null)
            return null;
        var words = Words().Matches(text).Select(word => word.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] Parts(string name) => [.. name.Split([' ', '<', '-'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestPartOfAName)];
        var (first, last) = (Parts(person.Secondary), Parts(person.Primary));
        var isNamed = first.Length == 0 || last.Length == 0 ? first.Concat(last).Any(words.Contains) : first.Any(words.Contains) && last.Any(words.Contains);
        return isNamed || Holds(text, person.DocumentNumber) ? CaseworkRule.InterviewNamesVictim.Broken(field) : null;
    }

    /// <summary>However the number is written: with blanks, dots or dashes between.</summary>
    private static bool Holds(string text, string number)
    {
        static string Bare(string of) => string.Concat(of.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        var bare = Bare(number);
        return bare.Length >= ShortestNumber && Bare(text).Contains(bare, StringComparison.Ordinal);
    }

    private static Finding? Missing(string field, string? text) => string.IsNullOrWhiteSpace(text) ? Wrong(field) : null;

    private static Finding? Text(string field, string? text, int longest) => text is null || (text.Length <= longest && Shelter.Files.ShelterFields.IsWritten(text)) ? null : Wrong(field);

    private static Finding? Known<T>(string field, T value)
        where T : struct, Enum => Enum.IsDefined(value) ? null : Wrong(field);

    private static Finding? List<T>(string field, IReadOnlyList<T>? list, Func<T, bool> isRight) =>
        list is null || list.Count > MostOfAList || !list.All(isRight) || list.Distinct().Count() != list.Count ? Wrong(field) : null;

    private static Finding Wrong(string field) => CaseworkRule.InterviewFieldInvalid.Broken(field, ("field", field));

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^[a-z]{2,3}\z")]
    private static partial Regex Language();

    [GeneratedRegex(@"^PK-[A-Z]{2}\z")]
    private static partial Regex Province();
}
