using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using Rahdari.Cli.Output;
using Rahdari.Dates;
using Rahdari.Documents.Findings;

namespace Rahdari.Cli.CommandLine;

/// <summary>Reads days, partial dates and States given as options; false with the rule broken where they cannot be.</summary>
internal static class Given
{
    /// <summary>A whole day, or null where none is given.</summary>
    public static bool Day(Run run, Option<string> option, out DateOnly? day, [NotNullWhen(false)] out Finding? wrong)
    {
        day = null;
        if (!Partial(run, option, out var date, out wrong))
            return false;
        if (date.IsUnknown)
            return true;
        day = date.ToDateOnly();
        wrong = day is null ? Invalid(option, date.ToString()) : null;
        return day is not null;
    }

    /// <summary>The instant at which a day begins at the port; null where none is given, or none is so early.</summary>
    public static DateTimeOffset? Begins(DateOnly? day, TimeZoneInfo zone)
    {
        if (day is not { } date || date == DateOnly.MinValue)
            return null;
        var local = date.ToDateTime(TimeOnly.MinValue);
        // Where clocks go forward at midnight that local time does not exist; the day then begins an hour later.
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The instant at which a day is over at the port; null where none is given, or none is so late.</summary>
    public static DateTimeOffset? Ends(DateOnly? day, TimeZoneInfo zone) => day < DateOnly.MaxValue ? Begins(day.Value.AddDays(1), zone) : null;

    /// <summary>A date of which parts may be unknown; unknown where none is given.</summary>
    public static bool Partial(Run run, Option<string> option, out PartialDate date, [NotNullWhen(false)] out Finding? wrong)
    {
        date = PartialDate.Unknown;
        wrong = null;
        if (run.Get(option) is not { } text || PartialDate.TryParse(text, out date))
            return true;
        wrong = Invalid(option, text);
        return false;
    }

    /// <summary>A State's code of one to three letters in upper case, or null where none is given.</summary>
    public static bool State(Run run, Option<string> option, out string? state, [NotNullWhen(false)] out Finding? wrong)
    {
        state = run.Get(option)?.ToUpperInvariant();
        wrong = state is null or { Length: >= 1 and <= 3 } && (state is null || state.All(char.IsAsciiLetterUpper))
            ? null
            : CliRule.StateInvalid.Broken(option.Name, ("option", option.Name), ("value", state ?? ""));
        return wrong is null;
    }

    /// <summary>Refuses a mistyped option where any number of words is taken: no zone and no name begins with two hyphens.</summary>
    public static void NoOption(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(t => t.Value.StartsWith("--", StringComparison.Ordinal)))
            result.AddError($"Unrecognized option '{token.Value}'.");
    }

    private static Finding Invalid(Option<string> option, string text) =>
        CliRule.DateInvalid.Broken(option.Name, ("option", option.Name), ("value", text));
}
