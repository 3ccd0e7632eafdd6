namespace Rahdari.Casework.Laws;

/// <summary>A law as data: what it makes an offence, with what penalty, by which procedure, and when it is in force.</summary>
public sealed record Law
{
    /// <summary>The name in this system, unique in a law book: <c>PTPA-2018</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Its title.</summary>
    public required BothLanguages Title { get; init; }

    /// <summary>How it is cited: <c>Act XXXIV of 2018</c>.</summary>
    public required string Citation { get; init; }

    /// <summary>The first day on which it is in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day on which it is in force, or null.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>True where a case can be registered under it; false where its offences are only charged beside another's.</summary>
    public required bool IsOfTrafficking { get; init; }

    /// <summary>The code of the <see cref="Procedure"/> that its cases follow; null where <see cref="IsOfTrafficking"/> is false.</summary>
    public string? Procedure { get; init; }

    /// <summary>The rules made under it: <c>S.R.O. 970(I)/2004</c>.</summary>
    public string? Rules { get; init; }

    /// <summary>What it makes an offence.</summary>
    public required IReadOnlyList<Offence> Offences { get; init; }

    /// <summary>What its wording, or the doubt about it, was taken from.</summary>
    public required string Source { get; init; }

    /// <summary>True on the day.</summary>
    public bool IsInForce(DateOnly day) => day >= From && (Until is null || day <= Until);

    /// <summary>The offence of a section, or null.</summary>
    public Offence? Offence(string section) => Offences.FirstOrDefault(offence => offence.Section == section);
}
