using Rahdari.Documents.Inspection;

namespace Rahdari.Border.Pictures;

/// <summary>What the page of a document says to the eye, as the counter shows it.</summary>
/// <param name="At">When it was added; UTC.</param>
/// <param name="By">Who added it.</param>
/// <param name="Page">What was read of it.</param>
public sealed record PageSeen(DateTimeOffset At, string By, VisualZone Page);
