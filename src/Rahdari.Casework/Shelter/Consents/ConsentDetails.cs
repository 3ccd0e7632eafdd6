namespace Rahdari.Casework.Shelter.Consents;

/// <summary>Who consented and what they were told.</summary>
/// <param name="GivenBy">Who.</param>
/// <param name="Guardian">The guardian's name, or who decided in the child's best interests; null where it is the victim.</param>
/// <param name="Document">The reference of the decision or of the signed paper; or null.</param>
/// <param name="Explained">What was explained: to whom what goes, for what, that they may refuse and revoke, and that no help depends on it.</param>
/// <param name="Language">In which language.</param>
public sealed record ConsentDetails(ConsentBy GivenBy, string? Guardian, string? Document, string Explained, string Language);

/// <summary>Who consents.</summary>
public enum ConsentBy
{
    /// <summary>The victim, an adult.</summary>
    Victim,

    /// <summary>A child's guardian.</summary>
    Guardian,

    /// <summary>A decision in a child's best interests, where the guardian is missing or takes part.</summary>
    BestInterests,
}
