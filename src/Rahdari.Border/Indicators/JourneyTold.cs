using System.Text.Json.Serialization;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Indicators;

/// <summary>What a traveller tells of the journey, and what the officer observes; all of it optional.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] // A remark that is misspelt would be lost.
public sealed record JourneyTold
{
    /// <summary>Characters of a sponsor, a phone number or an address.</summary>
    public const int Longest = 200;

    /// <summary>Indicators that one officer observes of one traveller.</summary>
    public const int MostObserved = 20;

    /// <summary>Who invites, employs or pays; null where nobody asked.</summary>
    public string? Sponsor { get; init; }

    /// <summary>A phone number at the destination.</summary>
    public string? Phone { get; init; }

    /// <summary>The address at the destination.</summary>
    public string? Address { get; init; }

    /// <summary>The number of the document of whoever the traveller says they travel with.</summary>
    public string? TravelsWith { get; init; }

    /// <summary>True where no way back was booked.</summary>
    public bool OneWay { get; init; }

    /// <summary>True where somebody else paid.</summary>
    public bool PaidByOther { get; init; }

    /// <summary>True where the traveller does not know the sponsor.</summary>
    public bool SponsorUnknown { get; init; }

    /// <summary>The codes of the indicators that the officer observed.</summary>
    public IReadOnlyList<string> Observed { get; init; } = [];

    /// <summary>True where nothing was told and nothing observed.</summary>
    internal bool IsEmpty => Sponsor is null && Phone is null && Address is null && TravelsWith is null && !OneWay && !PaidByOther && !SponsorUnknown && Observed.Count == 0;

    /// <summary>As it is kept, or the rule that it breaks.</summary>
    /// <param name="set">The indicators in force: only what is observed and active may be ticked.</param>
    internal Answer<JourneyTold> Check(IndicatorSet set)
    {
        foreach (var (field, text) in new[] { ("sponsor", Sponsor), ("phone", Phone), ("address", Address), ("travelsWith", TravelsWith) })
        {
            if (text is { Length: > Longest } || text?.Contains('\0') == true)
                return Invalid(field, text.Replace("\0", "", StringComparison.Ordinal));
        }
        var observed = Observed ?? []; // JSON may say null, or leave it out, whatever the type says.
        if (observed.Count > MostObserved)
            return Invalid("observed", $"{observed.Count}");
        foreach (var (place, code) in observed.Index())
        {
            if (code is null || set.Find(code) is not { Kind: IndicatorKind.Observed, Active: true })
                return Invalid($"observed[{place}]", code ?? "null");
        }
        return this with
        {
            Sponsor = Trimmed(Sponsor),
            Phone = Trimmed(Phone),
            Address = Trimmed(Address),
            TravelsWith = ExitPaperRow.Written(TravelsWith) is { Length: > 0 } number ? number : null,
            Observed = [.. observed.Distinct().Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>A contact as it is looked up: its letters and digits, in upper case; of a phone number its last nine digits, whatever stands before them; null of what is too short to name anybody.</summary>
    internal string? Key(ContactKind kind)
    {
        var text = kind switch { ContactKind.Sponsor => Sponsor, ContactKind.Phone => Phone, _ => Address };
        var key = string.Concat((text ?? "").Where(kind == ContactKind.Phone ? char.IsAsciiDigit : char.IsLetterOrDigit)).ToUpperInvariant();
        const int national = 9;
        if (kind == ContactKind.Phone && key.Length > national)
            key = key[^national..];
        return key.Length >= 5 ? key : null;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Finding Invalid(string field, string value) => BorderRule.JourneyInvalid.Broken(field, ("field", field), ("value", StrictJson.Shown(value)));
}

/// <summary>By what travellers may be reached.</summary>
internal enum ContactKind
{
    Sponsor,
    Phone,
    Address,
}
