using Rahdari.Border.Permissions;
using Rahdari.Dates;
using Rahdari.Node.Console.Shared;

namespace Rahdari.Node.Console.Permissions;

/// <summary>A permission as a form gives it.</summary>
public sealed class GivenPermission
{
    /// <summary>Who issued it.</summary>
    public string? Authority { get; set; }

    /// <summary>Its number.</summary>
    public string? Number { get; set; }

    /// <summary>The code of its class.</summary>
    public string? Class { get; set; }

    /// <summary>The State that issued the document.</summary>
    public string? IssuingState { get; set; }

    /// <summary>The document's number.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>The holder's nationality.</summary>
    public string? Nationality { get; set; }

    /// <summary>Surname.</summary>
    public string? Surname { get; set; }

    /// <summary>Given names.</summary>
    public string? GivenNames { get; set; }

    /// <summary>Date of birth.</summary>
    public string? DateOfBirth { get; set; }

    /// <summary>First day of entry.</summary>
    public string? ValidFrom { get; set; }

    /// <summary>Last day of entry.</summary>
    public string? ValidUntil { get; set; }

    /// <summary>Entries; those of the class where empty.</summary>
    public string? Entries { get; set; }

    /// <summary>Days of one stay; those of the class where empty.</summary>
    public string? StayDays { get; set; }

    /// <summary>UN/LOCODEs; those of the class where empty.</summary>
    public string? Ports { get; set; }

    /// <summary>What is given, or the text of a date or number that is none.</summary>
    internal (IssuedPermission? Issued, string? Wrong) Read()
    {
        if (!PartialDate.TryParse(DateOfBirth?.Trim(), out var born))
            return (null, DateOfBirth);
        if (Days.Read(ValidFrom) is not { } from)
            return (null, ValidFrom);
        if (Days.Read(ValidUntil) is not { } until)
            return (null, ValidUntil);
        if (!IsNumber(Entries, out var entries))
            return (null, Entries);
        if (!IsNumber(StayDays, out var days))
            return (null, StayDays);
        return (new IssuedPermission(
            Authority ?? "",
            Number ?? "",
            Class ?? "",
            Code(IssuingState),
            Code(DocumentNumber),
            Code(Nationality),
            Code(Surname),
            Code(GivenNames),
            born,
            from,
            until,
            entries,
            days,
            Code(Ports).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)), null);
    }

    private static string Code(string? text) => text?.Trim().ToUpperInvariant() ?? "";

    private static bool IsNumber(string? text, out int? number)
    {
        number = int.TryParse(text, out var read) ? read : null;
        return number is not null || string.IsNullOrWhiteSpace(text);
    }
}
