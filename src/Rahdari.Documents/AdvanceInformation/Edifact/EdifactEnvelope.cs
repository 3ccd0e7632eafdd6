namespace Rahdari.Documents.AdvanceInformation.Edifact;

/// <summary>How the segments of one interchange are to be read. Never changed once a segment holds it.</summary>
internal sealed record EdifactEnvelope(EdifactSyntax Syntax, EdifactCharacterSet CharacterSet);
