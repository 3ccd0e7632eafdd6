using Rahdari.Documents.AdvanceInformation.Edifact;

namespace Rahdari.Documents.AdvanceInformation;

/// <summary>A message that was read.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Interchange">The interchange that it came in, or null where that had no header.</param>
public abstract record AdvanceMessage(EdifactMessage Header, EdifactInterchange? Interchange);
