namespace Rahdari.Documents.Seals;

/// <summary>A feature of a profile.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Coding">How its bytes are read: <c>c40</c>, <c>zone</c>, <c>utf8</c>, <c>number</c>, <c>bytes</c>.</param>
/// <param name="IsRequired">Whether a seal without it breaks the profile.</param>
internal sealed record SealTag(string Field, string Coding, bool IsRequired);
