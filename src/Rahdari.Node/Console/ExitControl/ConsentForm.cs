using Rahdari.Border.ExitControl;
using Rahdari.Dates;
using Rahdari.Node.Console.Shared;

namespace Rahdari.Node.Console.ExitControl;

/// <summary>A consent as it is typed: of two adults, as many as parents mostly name.</summary>
public sealed class ConsentForm
{
    /// <summary>The minor's name.</summary>
    public string? Name { get; set; }

    /// <summary>The minor's date of birth.</summary>
    public string? Born { get; set; }

    /// <summary>The number on the B-Form.</summary>
    public string? BForm { get; set; }

    /// <summary>The number of the minor's document.</summary>
    public string? Number { get; set; }

    /// <summary>The first adult's name.</summary>
    public string? Adult { get; set; }

    /// <summary>The number of their passport or CNIC.</summary>
    public string? AdultNumber { get; set; }

    /// <summary>The second adult's name.</summary>
    public string? OtherAdult { get; set; }

    /// <summary>The number of their passport or CNIC.</summary>
    public string? OtherAdultNumber { get; set; }

    /// <summary>Who consents.</summary>
    public string? Giver { get; set; }

    /// <summary>Their name.</summary>
    public string? GiverName { get; set; }

    /// <summary>The paper's reference.</summary>
    public string? Reference { get; set; }

    /// <summary>The first day.</summary>
    public string? From { get; set; }

    /// <summary>The last day; open where empty.</summary>
    public string? To { get; set; }

    /// <summary>Where to: codes divided by blanks or commas; anywhere where empty.</summary>
    public string? Destinations { get; set; }

    /// <summary>Not empty where it is for one journey.</summary>
    public string? Once { get; set; }

    /// <summary>The text that is no date as dates are typed, or null.</summary>
    internal string? WrongDate() =>
        !PartialDate.TryParse(Born?.Trim(), out _) ? Born ?? ""
        : Days.Read(From) is null ? From ?? ""
        : !string.IsNullOrWhiteSpace(To) && Days.Read(To) is null ? To
        : null;

    /// <summary>The consent, once no date is wrong.</summary>
    internal ConsentTerms Terms() => new()
    {
        Name = Name ?? "",
        DateOfBirth = PartialDate.TryParse(Born?.Trim(), out var born) ? born : PartialDate.Unknown,
        BForm = BForm,
        DocumentNumber = Number,
        Adults = [.. new ConsentAdult[] { new(Adult ?? "", AdultNumber ?? ""), new(OtherAdult ?? "", OtherAdultNumber ?? "") }.Where(a => !string.IsNullOrWhiteSpace(a.Name + a.DocumentNumber))],
        GivenBy = Enum.TryParse<ConsentGiver>(Giver, out var giver) ? giver : ConsentGiver.Mother,
        GiverName = GiverName ?? "",
        Reference = Reference ?? "",
        ValidFrom = Days.Read(From) ?? default,
        ValidTo = Days.Read(To),
        Destinations = (Destinations ?? "").Split([' ', ',', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        IsForOneJourney = !string.IsNullOrEmpty(Once),
    };
}
