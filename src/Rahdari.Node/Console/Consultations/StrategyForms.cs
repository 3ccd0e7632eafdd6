using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rahdari.Casework.Consultations;
using Rahdari.Casework.Laws;
using Rahdari.Node.Console.Shared;

namespace Rahdari.Node.Console.Consultations;

/// <summary>From what a form holds to what it means. What cannot be read is null, and the field named.</summary>
internal static class StrategyForms
{
    /// <summary>The provinces and territories (ISO 3166-2).</summary>
    public static IReadOnlyList<string> Provinces { get; } = ["PK-BA", "PK-GB", "PK-IS", "PK-JK", "PK-KP", "PK-PB", "PK-SD"];

    /// <summary>A consultation.</summary>
    public static ConsultationDraft? Consultation(IFormCollection form, out string? wrong)
    {
        var (english, urdu) = (Lines(form["questions.en"]), Lines(form["questions.ur"]));
        wrong = english.Length != urdu.Length ? "questions" : Days.Read(form["opensOn"]) is null ? "opensOn" : Days.Read(form["closesOn"]) is null ? "closesOn" : null;
        return wrong is not null ? null : new ConsultationDraft(
            Both(form, "title"),
            Both(form, "introduction"),
            [.. english.Zip(urdu, (en, ur) => new BothLanguages(en, ur))],
            Days.Read(form["opensOn"])!.Value,
            Days.Read(form["closesOn"])!.Value,
            Words<StakeholderGroup>(form, "groups"),
            [.. form["languages"].OfType<string>()],
            form["takesPublic"].Count > 0,
            Text(form, "province"));
    }

    /// <summary>A contribution.</summary>
    public static NewContribution Contribution(IFormCollection form) => new(
        form["text"].ToString(),
        form["language"].ToString(),
        Words<StakeholderGroup>(form, "group").Append((StakeholderGroup)(-1)).First(),
        Number(form["question"]),
        Text(form, "province"),
        Text(form, "name"),
        Text(form, "organisation"));

    /// <summary>What a moderator decides; words that were left as they are, are not shortened.</summary>
    public static Moderation Moderation(IFormCollection form, string? words)
    {
        var shortened = Text(form, "shortened")?.ReplaceLineEndings("\n");
        return new Moderation(form["decision"] == "accept", Words<StrategyTheme>(form, "themes"), Text(form, "reason"), shortened == words ? null : shortened);
    }

    /// <summary>A recommendation.</summary>
    public static RecommendationDraft Recommendation(IFormCollection form, Guid consultation) => new(
        consultation, Both(form, "title"), Both(form, "text"), Words<StrategyTheme>(form, "themes"), Ids(form, "contributions"));

    /// <summary>An action.</summary>
    public static StrategyActionDraft? Action(IFormCollection form, out string? wrong)
    {
        var (target, baseline) = (Decimal(form["target"]), Decimal(form["baseline"]));
        var told = Text(form, "baseline") is not null;
        wrong = Days.Read(form["due"]) is null ? "due" : target is null ? "target"
            : told && (baseline is null || Days.Read(form["baselineOn"]) is null) ? "baseline"
            : Text(form, "year") is not null && Number(form["year"]) is null ? "year" : null;
        return wrong is not null ? null : new StrategyActionDraft(
            Both(form, "title"),
            Both(form, "owner"),
            Days.Read(form["due"])!.Value,
            Ids(form, "recommendations"),
            Words<StrategyIndicator>(form, "indicator").Append((StrategyIndicator)(-1)).First(),
            target!.Value,
            Number(form["year"]),
            Text(form, "province"),
            told ? new Measurement(Days.Read(form["baselineOn"])!.Value, baseline, Text(form, "source")) : null);
    }

    /// <summary>A whole number; null where there is none.</summary>
    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A text; null where there is none.</summary>
    public static string? Text(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A value with its thousands apart.</summary>
    public static string Shown(decimal? value) => value?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "–";

    private static BothLanguages Both(IFormCollection form, string name) => new(form[$"{name}.en"].ToString().Trim(), form[$"{name}.ur"].ToString().Trim());

    private static T[] Words<T>(IFormCollection form, string name)
        where T : struct, Enum =>
        [.. form[name].Select(word => Enum.TryParse<T>(word, out var read) && Enum.IsDefined(read) && !char.IsAsciiDigit(word![0]) ? read : (T?)null).OfType<T>()];

    private static Guid[] Ids(IFormCollection form, string name) => [.. form[name].Select(id => Guid.TryParse(id, out var read) ? read : Guid.Empty)];

    private static string[] Lines(string? text) => (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static decimal? Decimal(string? text) =>
        decimal.TryParse(text?.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
