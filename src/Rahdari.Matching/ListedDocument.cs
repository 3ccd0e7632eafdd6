namespace Rahdari.Matching;

/// <summary>A document or number of a listed person.</summary>
/// <param name="Type">The list's word: <c>Passport</c>, <c>National Identification Number</c>, <c>Cedula No.</c></param>
/// <param name="Number">The number as the list writes it.</param>
/// <param name="IssuingState">ISO 3166-1 alpha-3, or null where unknown.</param>
public sealed record ListedDocument(string Type, string Number, string? IssuingState);
