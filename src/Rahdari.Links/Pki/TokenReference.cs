namespace Rahdari.Links.Pki;

/// <summary>Where a PKCS #11 token is that holds the authority's key. Nothing in it is secret.</summary>
/// <param name="Module">The library of the token's maker: <c>/usr/lib/softhsm/libsofthsm2.so</c>.</param>
/// <param name="Token">The token's label.</param>
/// <param name="PinFile">The file with the user's PIN: its owner's alone.</param>
/// <param name="KeyId">Which key (CKA_ID, hexadecimal); null until it is made.</param>
public sealed record TokenReference(string Module, string Token, string PinFile, string? KeyId = null);
