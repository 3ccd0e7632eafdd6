namespace Rahdari.Documents.Seals;

/// <summary>One thing that a seal says.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="Field">Its name in the profile, or null where the profile does not know the tag.</param>
/// <param name="Text">What it says: the text, the number, the lines of a zone one after the other with fillers; hexadecimal where it is bytes or not known.</param>
/// <param name="Value">Its bytes.</param>
public sealed record SealFeature(byte Tag, string? Field, string Text, ReadOnlyMemory<byte> Value);
