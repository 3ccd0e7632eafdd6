using System.Text.Json.Serialization;

namespace Rahdari.Documents.AdvanceInformation.Edifact;

/// <summary>An interchange's header (UNB).</summary>
/// <param name="Sender">Who sent it, as written.</param>
/// <param name="Recipient">For whom it is.</param>
/// <param name="PreparedAt">When it was made, or null where that is not told. The sender's clock; a zone is not told.</param>
/// <param name="Reference">The control reference, repeated in UNZ.</param>
public sealed record EdifactInterchange(string Sender, string Recipient, DateTime? PreparedAt, string Reference)
{
    /// <summary>The character set as written; null, for one that is composed, takes the smallest that has every character.</summary>
    public string? CharacterSet { get; init; }

    /// <summary>The service characters.</summary>
    [JsonIgnore]
    public EdifactSyntax Syntax { get; init; } = EdifactSyntax.Default;

    /// <summary>The application reference (UNB 0026), e.g. <c>APIS</c>; empty where there is none.</summary>
    public string Application { get; init; } = "";
}
