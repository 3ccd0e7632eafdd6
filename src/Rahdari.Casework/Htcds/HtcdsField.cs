using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Rahdari.Dates;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Htcds;

/// <summary>A field that the Human Trafficking Case Data Standard 2.0 names. Immutable and thread-safe.</summary>
/// <param name="Name">Its name in the field standards, prefix and all: <c>prs_FirstName</c>.</param>
/// <param name="FormName">Its name in the XLSForm, which differs for three; null where the form has no such field.</param>
/// <param name="Label">What people read, in English.</param>
/// <param name="Type">What it holds.</param>
/// <param name="List">The name of its list of options; null where it has none.</param>
/// <param name="Status">What the standard says of it.</param>
/// <param name="IsCore">True where the standard calls it core.</param>
/// <param name="Description">What it means, in short; may be empty.</param>
public sealed partial record HtcdsField(string Name, string? FormName, string Label, HtcdsType Type, string? List, HtcdsStatus Status, bool IsCore, string Description)
{
    /// <summary>Characters that a text may have.</summary>
    public const int LongestText = 65_536;

    private const int LongestToken = 200;
    private const int MostWhole = 999;
    private const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";

    private static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>True where it holds several options.</summary>
    public bool HoldsMany => Type is HtcdsType.Many or HtcdsType.OpenMany;

    /// <summary>Its name in the field standards or in the form.</summary>
    public string NameIn(HtcdsNames names) => names == HtcdsNames.Form ? FormName ?? Name : Name;

    /// <summary>The options of its list, in the standard's order; empty where it has none.</summary>
    public IReadOnlyList<HtcdsOption> Options => List is null ? [] : HtcdsStandard.Options[List];

    /// <summary>
    /// Reads a value. What it gives has one form for each value: numbers without leading zeros, <c>true</c> and <c>false</c>, options with one blank between.
    /// </summary>
    /// <param name="text">The text of a file; not empty.</param>
    /// <param name="value">The value in its one form; null where the text is none.</param>
    /// <returns>The rule that the text breaks; null where it breaks none.</returns>
    internal FindingRule? Read(string text, out string? value)
    {
        value = null;
        switch (Type)
        {
            case HtcdsType.Text or HtcdsType.Phone or HtcdsType.OpenOne:
                if (text.Length > LongestText)
                    return HtcdsRules.TextTooLong;
                value = IsWellFormed(text) ? text : null;
                return value is null ? HtcdsRules.Text : null;
            case HtcdsType.Date:
                value = PartialDate.TryParse(text, out _) ? text : null;
                return value is null ? HtcdsRules.Date : null;
            case HtcdsType.Instant:
                value = DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? Written(instant) : null;
                return value is null ? HtcdsRules.Instant : null;
            case HtcdsType.Whole:
                value = text.Length <= LongestToken && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole <= MostWhole ? Written(whole) : null;
                return value is null ? HtcdsRules.Whole : null;
            case HtcdsType.Number:
                value = text.Length <= LongestToken && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    && Math.Abs(number) <= Degrees && IsExact(text, number) ? Written(number) : null;
                return value is null ? HtcdsRules.Number : null;
            case HtcdsType.Flag:
                value = text switch
                {
                    "true" or "TRUE" or "True" or "1" or "yes" or "Yes" => "true",
                    "false" or "FALSE" or "False" or "0" or "no" or "No" => "false",
                    _ => null,
                };
                return value is null ? HtcdsRules.Flag : null;
            case HtcdsType.Language:
                value = text.Length is 2 or 3 && text.AsSpan().IndexOfAnyExceptInRange('a', 'z') < 0 ? text : null;
                return value is null ? HtcdsRules.Language : null;
            case HtcdsType.One:
                value = HtcdsStandard.Has(List!, text) ? text : null;
                return value is null ? HtcdsRules.Option : null;
            default:
                return ReadMany(text, out value);
        }
    }

    /// <summary>True where a telephone number is not of the form that the standard gives.</summary>
    internal bool IsOddPhone(string value) => Type == HtcdsType.Phone && !E164().IsMatch(value);

    internal static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!Rune.TryGetRuneAt(text, i, out _))
                return false;
            i++;
        }
        return true;
    }

    internal static string Written(DateTimeOffset instant) => instant.ToString(InstantForm, CultureInfo.InvariantCulture);

    internal static string Written(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private decimal Degrees => Name.EndsWith("Latitude", StringComparison.Ordinal) ? 90 : 180;

    /// <summary>A decimal holds 28 digits; more would be rounded, and so lost.</summary>
    private static bool IsExact(string text, decimal number) =>
        text.IndexOf('.') is var point && (point < 0 ? 0 : text.Length - point - 1) == number.Scale;

    private FindingRule? ReadMany(string text, out string? value)
    {
        value = null;
        if (text.Length > LongestText)
            return HtcdsRules.TextTooLong;
        var codes = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (codes.Length == 0)
            return HtcdsRules.Option;
        foreach (var code in codes)
        {
            if (Type == HtcdsType.Many ? !HtcdsStandard.Has(List!, code) : code.Length > LongestToken || !IsWellFormed(code))
                return HtcdsRules.Option;
        }
        if (codes.Distinct(StringComparer.Ordinal).Count() != codes.Length)
            return HtcdsRules.OptionTwice;
        value = string.Join(' ', codes);
        return null;
    }

    [GeneratedRegex(@"^\+?[1-9]\d{1,14}\z", RegexOptions.ECMAScript)]
    private static partial Regex E164();
}
