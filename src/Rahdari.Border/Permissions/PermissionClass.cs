using System.Text.Json.Serialization;

namespace Rahdari.Border.Permissions;

/// <summary>A class of permission to enter, as rules: to whom it applies, what it allows, and since when.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] // What is not understood might have narrowed what it allows.
public sealed record PermissionClass
{
    /// <summary>2 to 32 of A–Z, 0–9 and hyphen; stands in records.</summary>
    public required string Code { get; init; }

    /// <summary>What it is.</summary>
    public required PermissionKind Kind { get; init; }

    /// <summary>As an officer reads it, in English.</summary>
    public required string Title { get; init; }

    /// <summary>The same in Urdu; the English one where null.</summary>
    public string? TitleUrdu { get; init; }

    /// <summary>True where a permission must have been issued to the traveller; false where the nationality is enough.</summary>
    public bool Issued { get; init; } = true;

    /// <summary>The nationalities that it applies to (Doc 9303-3 §5 codes); every one where empty.</summary>
    public IReadOnlyList<string> Nationalities { get; init; } = [];

    /// <summary>Nationalities that it does not apply to.</summary>
    public IReadOnlyList<string> ExceptNationalities { get; init; } = [];

    /// <summary>How the codes of the documents begin with which it may be used: <c>P</c> any passport, <c>PD</c> diplomatic ones, <c>I</c> identity cards.</summary>
    public IReadOnlyList<string> Documents { get; init; } = ["P"];

    /// <summary>The ports (UN/LOCODE) at which it may be used; every one where empty.</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];

    /// <summary>How often it lets enter; as often as wanted where null.</summary>
    public int? Entries { get; init; }

    /// <summary>Days of one stay, the day of entry counted; null where it sets none.</summary>
    public int? StayDays { get; init; }

    /// <summary>Days in the country under a rolling limit, e.g. the 90 of 90 in 180; null where there is none.</summary>
    public int? LimitDays { get; init; }

    /// <summary>The days over which <see cref="LimitDays"/> are counted, e.g. the 180 of 90 in 180.</summary>
    public int? LimitWindow { get; init; }

    /// <summary>True where the stay ends with the permission's validity at the latest; false where the validity only says until when one may enter.</summary>
    public bool StaysWithinValidity { get; init; }

    /// <summary>Days for which the document must be valid beyond the day of entry.</summary>
    public int DocumentDays { get; init; }

    /// <summary>Where it is laid down.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>The first day on which it may be used.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last one; open where null.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>True where the class is in force on the day.</summary>
    public bool IsInForce(DateOnly day) => From <= day && !(Until < day);

    /// <summary>True where the class applies to the nationality.</summary>
    public bool IsFor(string nationality) => (Nationalities.Count == 0 || Nationalities.Contains(nationality)) && !ExceptNationalities.Contains(nationality);
}
