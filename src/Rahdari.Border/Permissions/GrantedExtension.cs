using System.Text.Json.Serialization;

namespace Rahdari.Border.Permissions;

/// <summary>An extension of a stay as the authority that granted it tells of it.</summary>
/// <param name="Authority">Who decided; at most 100 characters.</param>
/// <param name="Reference">The authority's reference; at most 40 characters.</param>
/// <param name="IssuingState">The State that issued the document on which it was granted (Doc 9303-3 §5 code).</param>
/// <param name="DocumentNumber">That document's number, as in its zone.</param>
/// <param name="DecidedOn">The day on which it was decided.</param>
/// <param name="Until">The last day of the stay now.</param>
/// <param name="LegalBasis">Where it is laid down that it may be granted, or why it was; at most 500 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] // What is not understood might have narrowed what it allows.
public sealed record GrantedExtension(string Authority, string Reference, string IssuingState, string DocumentNumber, DateOnly DecidedOn, DateOnly Until, string LegalBasis);
