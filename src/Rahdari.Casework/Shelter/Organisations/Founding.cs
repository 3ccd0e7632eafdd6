namespace Rahdari.Casework.Shelter.Organisations;

/// <summary>An organisation's keys were made, or recovered.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="RecoveryCode">Shown this once, to be written on paper and kept in a safe: with it the cabinet opens when every passphrase is forgotten.</param>
public sealed record Founding(Organisation Organisation, string RecoveryCode);
