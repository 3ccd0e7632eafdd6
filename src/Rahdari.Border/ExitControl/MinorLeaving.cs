namespace Rahdari.Border.ExitControl;

/// <summary>A minor who leaves, with everything that <see cref="ExitRules"/> judge by.</summary>
internal sealed record MinorLeaving
{
    /// <summary>True of the country's own national: of others no consent is awaited, though one that is recorded is told.</summary>
    public required bool IsNational { get; init; }

    /// <summary>Where to; null where nobody asked.</summary>
    public string? Destination { get; init; }

    /// <summary>The adults who may be the one beside the minor: the one whose number was typed, otherwise those just seen at the counter.</summary>
    public IReadOnlyList<AdultSeen> Adults { get; init; } = [];

    /// <summary>The consents that are the minor's, newest first.</summary>
    public IReadOnlyList<ConsentSeen> Consents { get; init; } = [];

    /// <summary>True where an order in force says who keeps the minor.</summary>
    public bool IsUnderCustodyOrder { get; init; }

    /// <summary>The day at the port.</summary>
    public required DateOnly Today { get; init; }
}

/// <summary>An adult at the counter.</summary>
/// <param name="DocumentNumber">The document's number, letters and digits alone.</param>
/// <param name="PersonalNumber">The identity number, letters and digits alone; empty where the document has none.</param>
internal sealed record AdultSeen(string DocumentNumber, string PersonalNumber);

/// <summary>A consent as it stands.</summary>
/// <param name="Terms">What was consented to.</param>
/// <param name="Revocation">That it was taken back; null where it was not.</param>
/// <param name="IsUsed">True where the minor has left since it was given.</param>
internal sealed record ConsentSeen(ConsentTerms Terms, PaperRevocation? Revocation = null, bool IsUsed = false);
