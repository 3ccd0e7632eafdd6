namespace Rahdari.Casework.Shelter.Organisations;

/// <summary>A caseworker with a key of their own.</summary>
/// <param name="Name">The user name.</param>
/// <param name="IsAdmitted">True where they can open the cabinet.</param>
/// <param name="Fingerprint">The fingerprint of their public key.</param>
/// <param name="EnrolledAt">When they made their key; UTC.</param>
public sealed record Member(string Name, bool IsAdmitted, string Fingerprint, DateTimeOffset EnrolledAt);
