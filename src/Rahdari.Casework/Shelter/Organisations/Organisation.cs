namespace Rahdari.Casework.Shelter.Organisations;

/// <summary>An organisation that helps victims.</summary>
/// <param name="Code">Its code: that of its caseworkers' accounts.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Contact">How to reach it.</param>
/// <param name="Fingerprint">The fingerprint of its public key: told by voice, never taken from here alone.</param>
public sealed record Organisation(string Code, string Name, OrganisationKind Kind, string Contact, string Fingerprint);
