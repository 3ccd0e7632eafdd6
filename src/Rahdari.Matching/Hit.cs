namespace Rahdari.Matching;

/// <summary>A listed person that may be the person screened, with everything that says so and everything against.</summary>
/// <param name="Person">The listed person.</param>
/// <param name="Name">The name that fitted best.</param>
/// <param name="Score">The probability that both are one person, where one traveller in a thousand is listed: of hits at 0.9, nine of ten are. See <see cref="ScreeningIndex"/> for the thresholds.</param>
/// <param name="Parts">What the score is made of; the points sum to <paramref name="Points"/>.</param>
/// <param name="Points">Log-odds (base 2) before they are turned into the score.</param>
/// <param name="Alignment">The name, token by token.</param>
public sealed record Hit(
    ListedPerson Person,
    ListedName Name,
    double Score,
    double Points,
    IReadOnlyList<ScorePart> Parts,
    IReadOnlyList<TokenPair> Alignment)
{
    /// <summary>
    /// True where a listed name, no weak alias, is the one screened, whole, and neither date of birth nor sex contradicts: a hit although the name may be too
    /// common to make it probable. False where the odds are 13 bits below an alert's, or, on lists of more than 8,192, as many fewer as it has been doubled.
    /// </summary>
    public bool IsWholeName { get; init; }
}

/// <summary>One part of a score.</summary>
/// <param name="Kind">Which attribute was compared.</param>
/// <param name="Agreement">How it compared.</param>
/// <param name="Points">Log-odds (base 2) that it adds; negative where it speaks against.</param>
/// <param name="Queried">The value of the person screened, or null where not given.</param>
/// <param name="Listed">The value of the listed person that was compared, or null where the list gives none.</param>
public sealed record ScorePart(ScorePartKind Kind, Agreement Agreement, double Points, string? Queried, string? Listed);

/// <summary>What was compared.</summary>
public enum ScorePartKind
{
    /// <summary>How improbable any match is before anything was compared, and a weak alias' discount.</summary>
    Prior,

    /// <summary>The name.</summary>
    Name,

    /// <summary>The date of birth.</summary>
    DateOfBirth,

    /// <summary>The place of birth.</summary>
    PlaceOfBirth,

    /// <summary>The nationality.</summary>
    Nationality,

    /// <summary>The sex.</summary>
    Sex,

    /// <summary>A document or personal number.</summary>
    DocumentNumber,

    /// <summary>What the caller adds for the list that the person is on; the index never does.</summary>
    List,
}

/// <summary>How two values compare.</summary>
public enum Agreement
{
    /// <summary>The same after folding.</summary>
    Equal,

    /// <summary>Near: another spelling, a swapped day and month, a span that contains the date.</summary>
    Near,

    /// <summary>Different: contradicts.</summary>
    Different,

    /// <summary>One side does not say.</summary>
    Missing,
}

/// <summary>Two tokens of names side by side.</summary>
/// <param name="Queried">The token of the person screened, or null where the listed name has one more.</param>
/// <param name="Listed">The token of the listed name, or null where the person screened has one more.</param>
/// <param name="Agreement">How they compare.</param>
/// <param name="Points">What the pair adds to the name's points.</param>
public sealed record TokenPair(string? Queried, string? Listed, Agreement Agreement, double Points);
