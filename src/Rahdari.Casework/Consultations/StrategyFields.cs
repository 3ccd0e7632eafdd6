using System.Text.RegularExpressions;
using Rahdari.Casework.Laws;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Consultations;

/// <summary>What each field must look like. Everybody in the world may send text here: no control characters, nothing that turns the writing around, and no half of a character.</summary>
internal static partial class StrategyFields
{
    private const int LongestTitle = 200;
    private const int LongestQuestion = 500;
    private const int LongestText = 2000;
    private const int LongestContribution = 5000;
    private const int LongestName = 100;
    private const int MostQuestions = 10;
    private const int MostOfAList = 500;

    public static Finding? Check(ConsultationDraft draft)
    {
        if ((Both("title", draft.Title, LongestTitle) ?? Both("introduction", draft.Introduction, LongestText) ?? List("questions", draft.Questions, MostQuestions)) is { } problem)
            return problem;
        foreach (var (place, question) in draft.Questions.Index())
        {
            if (Both($"questions[{place}]", question, LongestQuestion) is { } wrong)
                return wrong;
        }
        return (draft.ClosesOn < draft.OpensOn || draft.OpensOn.Year is < 2000 or > 2200 || draft.ClosesOn.Year > 2200 ? Wrong("closesOn") : null)
            ?? Place(draft.Province) ?? Words("groups", draft.Groups) ?? List("languages", draft.Languages, MostOfAList)
            ?? (draft.Languages.All(ConsultationLanguages.Is) ? null : Wrong("languages"));
    }

    public static Finding? Check(NewContribution given, Consultation consultation) =>
        Told("text", given.Text, LongestContribution)
        ?? (consultation.Draft.Languages.Contains(given.Language) ? null : Wrong("language"))
        ?? (Enum.IsDefined(given.Group) ? null : Wrong("group"))
        ?? (given.Question is { } question && (question < 1 || question > consultation.Draft.Questions.Count) ? Wrong("question") : null)
        ?? Place(given.Province) ?? Line("name", given.Name) ?? Line("organisation", given.Organisation);

    public static Finding? Check(Moderation decided) =>
        Reason(decided.Reason, !decided.Accept || decided.Shortened is not null)
        ?? (decided.Accept ? Words("themes", decided.Themes) : null)
        ?? (decided.Shortened is null ? null : Told("shortened", decided.Shortened, LongestContribution));

    public static Finding? Check(RecommendationDraft draft) =>
        Both("title", draft.Title, LongestTitle) ?? Both("text", draft.Text, LongestText) ?? Words("themes", draft.Themes) ?? List("contributions", draft.Contributions, MostOfAList);

    public static Finding? Check(StrategyActionDraft draft) =>
        Both("title", draft.Title, LongestTitle) ?? Both("owner", draft.Owner, LongestTitle) ?? (draft.Due.Year is < 2000 or > 2200 ? Wrong("due") : null)
        ?? List("recommendations", draft.Recommendations, MostOfAList) ?? (Enum.IsDefined(draft.Indicator) ? null : Wrong("indicator"))
        ?? (draft.Year is < 2000 or > 2200 || (draft.Year is not null && !StrategyMeasure.IsOfCases(draft.Indicator)) ? Wrong("year") : null)
        ?? Place(draft.Province) ?? (draft.Province is not null && !StrategyMeasure.IsOfCases(draft.Indicator) ? Wrong("province") : null)
        ?? (IsNumber(draft.Target) ? null : Wrong("target"))
        ?? (draft.Baseline is { } told && (told.Value is not { } value || !IsNumber(value) || Told("source", told.Source, LongestTitle) is not null) ? Wrong("baseline") : null);

    /// <summary>The rule that a text breaks that must be there.</summary>
    public static Finding? Told(string field, string? text, int longest = LongestText) => string.IsNullOrWhiteSpace(text) ? Wrong(field) : Text(field, text, longest);

    /// <summary>The rule that a reason breaks.</summary>
    public static Finding? Reason(string? reason, bool isRequired) =>
        string.IsNullOrWhiteSpace(reason) ? isRequired ? RecordRule.ReasonRequired.Broken("reason") : null : Text("reason", reason, LongestText);

    /// <summary>A text as it is kept: without blanks around it, lines ended alike; null where there is none.</summary>
    public static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    /// <summary>True where a text is another with words left out, and nothing put in but marks that they were: "…", "...", each in brackets or not, and blanks.</summary>
    public static bool IsLeftOf(string shorter, string whole)
    {
        string[] words = [.. Word().Matches(whole).Select(word => word.Value)];
        var next = 0;
        foreach (var word in Word().Matches(Gap().Replace(shorter, " ")).Select(word => word.Value))
        {
            next = Array.IndexOf(words, word, next) + 1;
            if (next == 0)
                return false;
        }
        return true;
    }

    public static Finding Wrong(string field) => CaseworkRule.ConsultationFieldInvalid.Broken(field, ("field", field));

    private static Finding? Both(string field, BothLanguages? text, int longest) => text is null ? Wrong(field) : Told($"{field}.en", text.En, longest) ?? Told($"{field}.ur", text.Ur, longest);

    private static Finding? Line(string field, string? text) => text is null ? null : text.Contains('\n', StringComparison.Ordinal) ? Wrong(field) : Text(field, text, LongestName);

    private static Finding? Text(string field, string text, int longest)
    {
        if (text.Length > longest)
            return Wrong(field);
        for (var i = 0; i < text.Length; i++)
        {
            if ((char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t')) || text[i] is (>= '\u202A' and <= '\u202E') or '\uFFFE' or '\uFFFF')
                return Wrong(field);
            if (char.IsSurrogate(text[i]) && !(char.IsSurrogatePair(text, i) && ++i > 0))
                return Wrong(field);
        }
        return null;
    }

    private static Finding? Place(string? province) => province is null || Province().IsMatch(province) ? null : Wrong("province");

    private static Finding? Words<T>(string field, IReadOnlyList<T>? words)
        where T : struct, Enum => List(field, words, MostOfAList) ?? (words!.All(Enum.IsDefined) ? null : Wrong(field));

    private static Finding? List<T>(string field, IReadOnlyList<T>? list, int most) =>
        list is { Count: > 0 } && list.Count <= most && list.All(item => item is not null) && list.Distinct().Count() == list.Count ? null : Wrong(field);

    private static bool IsNumber(decimal value) => value is >= 0 and <= 1_000_000_000_000 && decimal.Round(value, 2) == value;

    [GeneratedRegex(@"^PK-(BA|GB|IS|JK|KP|PB|SD)\z")]
    private static partial Regex Province();

    // A joiner belongs to its word, as Urdu is written.
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}\u200C\u200D]+|\S")]
    private static partial Regex Word();

    [GeneratedRegex(@"\[(\u2026|\.{3})\]|\u2026|\.{3}")]
    private static partial Regex Gap();
}
