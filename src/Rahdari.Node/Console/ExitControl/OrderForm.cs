using Rahdari.Border.ExitControl;
using Rahdari.Dates;
using Rahdari.Node.Console.Shared;

namespace Rahdari.Node.Console.ExitControl;

/// <summary>An order as it is typed.</summary>
public sealed class OrderForm
{
    /// <summary>The person's name.</summary>
    public string? Name { get; set; }

    /// <summary>The date of birth, as far as known.</summary>
    public string? Born { get; set; }

    /// <summary>The nationality's code.</summary>
    public string? Nationality { get; set; }

    /// <summary>The identity number.</summary>
    public string? Cnic { get; set; }

    /// <summary>Documents, divided by commas; before a number its State may stand: <c>PAK AB1234567</c>.</summary>
    public string? Documents { get; set; }

    /// <summary>What the order is.</summary>
    public string? Kind { get; set; }

    /// <summary>The law.</summary>
    public string? LegalBasis { get; set; }

    /// <summary>Who ordered it.</summary>
    public string? Authority { get; set; }

    /// <summary>The authority's reference.</summary>
    public string? Reference { get; set; }

    /// <summary>The first day.</summary>
    public string? From { get; set; }

    /// <summary>The last day; open where empty.</summary>
    public string? To { get; set; }

    /// <summary>What the officer is to do.</summary>
    public string? Instruction { get; set; }

    /// <summary>The name of the field that is no date as dates are typed, or null.</summary>
    internal string? WrongDate() =>
        !string.IsNullOrWhiteSpace(Born) && !PartialDate.TryParse(Born.Trim(), out _) ? Born
        : Days.Read(From) is null ? From ?? ""
        : !string.IsNullOrWhiteSpace(To) && Days.Read(To) is null ? To
        : null;

    /// <summary>The order, once no date is wrong.</summary>
    internal OrderTerms Terms() => new()
    {
        Name = Name ?? "",
        DateOfBirth = PartialDate.TryParse(Born?.Trim(), out var born) ? born : PartialDate.Unknown,
        Nationality = Nationality,
        Cnic = Cnic,
        Documents = [.. (Documents ?? "").Split([',', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Document)],
        Kind = Enum.TryParse<ExitOrderKind>(Kind, out var kind) ? kind : ExitOrderKind.CourtOrder,
        LegalBasis = LegalBasis ?? "",
        Authority = Authority ?? "",
        AuthorityReference = Reference ?? "",
        ValidFrom = Days.Read(From) ?? default,
        ValidTo = Days.Read(To),
        Instruction = Enum.TryParse<ExitInstruction>(Instruction, out var instruction) ? instruction : ExitInstruction.Stop,
    };

    private static OrderDocument Document(string text) => text.Split(' ', 2) is [{ Length: 3 } state, var number] ? new(number, state) : new(text);
}
