using Rahdari.Documents.AdvanceInformation.Edifact;

namespace Rahdari.Documents.AdvanceInformation;

/// <summary>A message of a kind that is not read here.</summary>
public sealed record OtherMessage(EdifactMessage Header, EdifactInterchange? Interchange) : AdvanceMessage(Header, Interchange);
