using Rahdari.Border.Screening.Policy;

namespace Rahdari.Node.Console.Screening;

/// <summary>A person to screen by hand, as typed; sent in the body of a form.</summary>
public sealed class ScreenedPerson
{
    /// <summary>The full name, in any script.</summary>
    public string? Name { get; set; }

    /// <summary>The date of birth as far as known.</summary>
    public string? DateOfBirth { get; set; }

    /// <summary>The place of birth as far as known.</summary>
    public string? BirthPlace { get; set; }

    /// <summary>The nationality's code.</summary>
    public string? Nationality { get; set; }

    /// <summary><c>M</c>, <c>F</c> or nothing.</summary>
    public string? Sex { get; set; }

    /// <summary>A document number.</summary>
    public string? Number { get; set; }

    /// <summary>True to show matches that are too weak for the counter.</summary>
    public bool Weak { get; set; }

    /// <summary>The list of an entry of which it is asked why it is no match.</summary>
    public string? List { get; set; }

    /// <summary>The entry: its reference, or a part of a name.</summary>
    public string? Entry { get; set; }

    /// <summary>What the person is screened for, in whose place the entry is compared.</summary>
    public ScreeningPurpose? Purpose { get; set; }

    /// <summary>The reference of the one that was meant, where several have the part in a name.</summary>
    public string? Chosen { get; set; }
}
