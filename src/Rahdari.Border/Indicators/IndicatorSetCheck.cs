using System.Text.RegularExpressions;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Indicators;

/// <summary>What a set of indicators must satisfy.</summary>
internal static partial class IndicatorSetCheck
{
    private const int MostIndicators = 200;
    private const int MostQuestions = 5;

    /// <summary>Characters of a code.</summary>
    public const int LongestCode = 48;

    private const int LongestTitle = 100;
    private const int LongestQuestion = 200;
    private const int LongestSource = 200;

    /// <summary>What an escort who reads the counter's screen, or understands what is asked, must not come across.</summary>
    private static readonly string[] Warning = ["traffick", "smuggl", "exploit", "victim", "slave", "prostitut", "forced labour", "forced labor", "اسمگل", "سمگل", "انسانی تجارت", "استحصال", "بردہ فروش", "جسم فروش", "جبری مشقت"];

    /// <summary>
    /// Words by which an observed sign would stand for a nationality, a religion or a sex alone. The table is of the commonest and no proof: who publishes a set reads it.
    /// </summary>
    private static readonly HashSet<string> Profile = new(
        ("woman women female females lady ladies girl girls man men male males boy boys national nationals nationality citizen citizens foreigner foreigners ethnic ethnicity race tribe tribal religion religious "
        + "muslim muslims christian christians hindu hindus sikh sikhs jew jews ahmadi ahmadis shia sunni parsi buddhist afghan afghans iranian iranians indian indians pakistani pakistanis bengali bangladeshi "
        + "bangladeshis rohingya burmese nepali sri-lankan chinese nigerian nigerians african africans arab arabs uzbek tajik pashtun pathan baloch sindhi punjabi hazara "
        + "عورت عورتیں خاتون خواتین لڑکی لڑکیاں مرد لڑکا لڑکے شہری قومیت غیرملکی نسل قبیلہ مذہب مسلمان مسیحی عیسائی ہندو سکھ یہودی احمدی شیعہ سنی پارسی افغان افغانی ایرانی ہندوستانی بھارتی پاکستانی بنگالی بنگلہ "
        + "روہنگیا برمی نیپالی چینی افریقی عرب ازبک تاجک پشتون پٹھان بلوچ سندھی پنجابی ہزارہ").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The limits that each detector must have, and no others.</summary>
    private static readonly Dictionary<DetectorName, string[]> Limits = new()
    {
        [DetectorName.SameAdultDifferentMinors] = ["days", "count"],
        [DetectorName.AdultBackWithoutMinor] = ["days", "count"],
        [DetectorName.MinorWithUnconnectedAdult] = ["days"],
        [DetectorName.SameLeaderFirstTravellers] = ["days", "count"],
        [DetectorName.SharedSponsor] = ["days", "count"],
        [DetectorName.SharedPhone] = ["days", "count"],
        [DetectorName.SharedAddress] = ["days", "count"],
        [DetectorName.ShortStayCycles] = ["days", "count", "stayFrom", "stayUntil", "gap"],
        [DetectorName.ConsecutiveDocuments] = ["days", "count", "span"],
        [DetectorName.ThroughTogether] = ["days", "count"],
        [DetectorName.NewDocument] = ["days"],
        [DetectorName.OneWay] = [],
        [DetectorName.PaidByOther] = [],
        [DetectorName.SponsorUnknown] = [],
    };

    /// <summary>The first rule that the indicators break, by place and field, or null.</summary>
    public static Finding? Problem(IReadOnlyList<Indicator>? indicators)
    {
        if (indicators is null || indicators.Count > MostIndicators)
            return Invalid("indicators", $"{indicators?.Count} > {MostIndicators}");
        foreach (var (place, indicator) in indicators.Index())
        {
            if (indicator is null)
                return Invalid($"indicators[{place}]", "null"); // JSON may say so of an item, whatever the type says.
            if (Wrong(indicator) is { } wrong)
                return Invalid($"indicators[{place}].{wrong.Field}", wrong.Value);
            if (indicators.Take(place).Any(other => other.Code == indicator.Code))
                return Invalid($"indicators[{place}].code", indicator.Code);
            if (indicators.Take(place).Any(other => other.Label == indicator.Label))
                return Invalid($"indicators[{place}].label", indicator.Label);
        }
        return null;
    }

    private static (string Field, string Value)? Wrong(Indicator indicator)
    {
        if (indicator.Code is null || !Code().IsMatch(indicator.Code))
            return ("code", indicator.Code ?? "null");
        if (indicator.Label is null || !Label().IsMatch(indicator.Label))
            return ("label", indicator.Label ?? "null");
        if (!Enum.IsDefined(indicator.Kind))
            return ("kind", $"{indicator.Kind}");
        if (Text("title", indicator.Title, LongestTitle) is { } title)
            return title;
        if (Text("titleUrdu", indicator.TitleUrdu, LongestTitle) is { } urdu)
            return urdu;
        if (indicator.Kind == IndicatorKind.Observed && (IsProfile(indicator.Title) ? ("title", indicator.Title) : IsProfile(indicator.TitleUrdu) ? ("titleUrdu", indicator.TitleUrdu) : ((string, string)?)null) is { } profile)
            return profile;
        if (indicator.Questions is not { Count: >= 1 and <= MostQuestions })
            return ("questions", $"{indicator.Questions?.Count}");
        foreach (var (place, question) in indicator.Questions.Index())
        {
            if (question is null)
                return ($"questions[{place}]", "null");
            if ((Text($"questions[{place}].text", question.Text, LongestQuestion) ?? Text($"questions[{place}].urdu", question.Urdu, LongestQuestion)) is { } asked)
                return asked;
        }
        if (indicator.Groups is null || indicator.Groups.Count == 0 || indicator.Groups.Distinct().Count() != indicator.Groups.Count || !indicator.Groups.All(Enum.IsDefined))
            return ("groups", string.Join(", ", indicator.Groups ?? []));
        return Wrong(indicator.Source) ?? Wrong(indicator.Kind, indicator.Detector);
    }

    private static (string Field, string Value)? Wrong(IndicatorSource? source)
    {
        if (source is null)
            return ("source", "null");
        foreach (var (field, text) in new[] { ("organisation", source.Organisation), ("title", source.Title), ("section", source.Section) })
        {
            if (string.IsNullOrWhiteSpace(text) || text.Length > LongestSource)
                return ($"source.{field}", text ?? "null");
        }
        return source.Year is < 1948 or > 2100 ? ("source.year", $"{source.Year}") : null;
    }

    private static (string Field, string Value)? Wrong(IndicatorKind kind, DetectorTerms? terms)
    {
        if ((kind == IndicatorKind.Observed) != (terms is null))
            return ("detector", terms is null ? "null" : $"{terms.Name}");
        if (terms is null)
            return null;
        if (!Limits.TryGetValue(terms.Name, out var known))
            return ("detector.name", $"{terms.Name}");
        foreach (var (field, value, most) in new[]
        {
            ("days", terms.Days, 730), ("count", terms.Count, 100), ("stayFrom", terms.StayFrom, 366), ("stayUntil", terms.StayUntil, 366), ("gap", terms.Gap, 366), ("span", terms.Span, 50),
        })
        {
            if (known.Contains(field) != (value is not null) || value < (field == "count" ? 2 : field is "gap" or "stayFrom" ? 0 : 1) || value > most)
                return ($"detector.{field}", value is null ? "null" : $"{value}");
        }
        return terms.StayUntil < terms.StayFrom ? ("detector.stayUntil", $"{terms.StayUntil}") : null;
    }

    private static bool IsProfile(string title) => title.Split([.. " ,.;:/()'\"?!،۔؛؟"], StringSplitOptions.RemoveEmptyEntries).Any(Profile.Contains);

    private static (string Field, string Value)? Text(string field, string? text, int longest) =>
        string.IsNullOrWhiteSpace(text) || text.Length > longest || Warning.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) ? (field, text ?? "null") : null;

    private static Finding Invalid(string field, string value) => BorderRule.IndicatorsInvalid.Broken(field, ("field", field), ("value", value));

    [GeneratedRegex(@"^IND-[A-Z0-9][A-Z0-9-]{0,42}[A-Z0-9]\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[A-Z][0-9]{2}\z")]
    private static partial Regex Label();
}
