using System.Text.Json;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.Interpol;

/// <summary>From one notice to an entry.</summary>
internal static class InterpolNotice
{
    private static readonly DateForm[] Dates = [.. new[] { "yyyy/MM/dd", "yyyy/MM", "yyyy" }.Select(f => DateForm.Create(f)!)];

    /// <summary>Properties that are read, and such as say nothing of the person.</summary>
    private static readonly string[] Understood = ["entity_id", "forename", "name", "date_of_birth", "nationalities", "sex_id", "place_of_birth", "country_of_birth_id", "arrest_warrants", "type", "_links", "_embedded", "thumbnail"];

    /// <summary>The entry, or null where it lacks what none can be without: the error is told.</summary>
    /// <exception cref="InvalidOperationException">A text has half a character in it.</exception>
    public static WatchlistEntry? Read(JsonElement notice, string file, long line, ListErrors errors)
    {
        var reference = JsonText.Text(notice, "entity_id");
        if (reference.Length == 0)
        {
            errors.Reject(ListRule.ReferenceMissing.Broken(file, line, 0, "entity_id"));
            return null;
        }
        var name = string.Join(' ', new[] { JsonText.Text(notice, "forename"), JsonText.Text(notice, "name") }.Where(n => n.Length > 0));
        if (!name.Any(char.IsLetterOrDigit))
        {
            errors.Reject(ListRule.NameMissing.Broken(file, line, 0, "name", ("reference", reference)));
            return null;
        }
        if (Longest(notice) > ListLimits.LongestValue)
        {
            errors.Reject(ListRule.ValueTooLong.Broken(file, line, 0, null, ("characters", ListLimits.LongestValue)));
            return null;
        }
        var entry = new EntryDraft(reference, WatchlistEntryKind.Individual)
        {
            Programme = JsonText.Text(notice, "type") is { Length: > 0 and < ListLimits.LongestShort } type ? type : "Notice",
            Sex = JsonText.Text(notice, "sex_id") switch { "M" => 'M', "F" => 'F', _ => null },
        };
        entry.Name(name, ListedNameKind.Primary);
        if (JsonText.Text(notice, "date_of_birth") is { Length: > 0 } born)
            BirthDate(born, entry);
        foreach (var state in JsonText.Texts(notice, "nationalities"))
            entry.Nationality(CountryWords.OfTwoLetters(state) ?? state);
        var country = JsonText.Text(notice, "country_of_birth_id");
        if (string.Join(", ", new[] { JsonText.Text(notice, "place_of_birth"), country }.Where(p => p.Length > 0)) is { Length: > 0 } place)
            entry.BirthPlace(place);
        if (notice.TryGetProperty("arrest_warrants", out var warrants) && warrants.ValueKind == JsonValueKind.Array)
        {
            foreach (var warrant in warrants.EnumerateArray().Where(w => w.ValueKind == JsonValueKind.Object))
                Warrant(warrant, entry);
        }
        foreach (var property in notice.EnumerateObject().Where(p => !Understood.Contains(p.Name)))
        {
            if (string.Join(", ", JsonText.Texts(notice, property.Name)) is { Length: > 0 } said)
                entry.Remark($"{property.Name}: {said}");
        }
        return entry.ToEntry();
    }

    private static void BirthDate(string text, EntryDraft entry)
    {
        // A day and month that are not known are written as the first of January, or left out: only the one can be told.
        if ((DateForm.Read(Dates, text) ?? ListDates.Single(text)) is { } date)
            entry.BirthDate(new DateSpan(date));
        else
            entry.Remark($"date_of_birth: {text}");
    }

    private static void Warrant(JsonElement warrant, EntryDraft entry)
    {
        var said = new[] { JsonText.Text(warrant, "issuing_country_id"), JsonText.Text(warrant, "charge"), JsonText.Text(warrant, "charge_translation") }.Where(w => w.Length > 0);
        if (string.Join(": ", said) is { Length: > 0 } line)
            entry.Remark($"Arrest warrant: {line}");
    }

    private static int Longest(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Length,
        JsonValueKind.Object => value.EnumerateObject().Select(p => Longest(p.Value)).DefaultIfEmpty().Max(),
        JsonValueKind.Array => value.EnumerateArray().Select(Longest).DefaultIfEmpty().Max(),
        _ => 0,
    };
}
