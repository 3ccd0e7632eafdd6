using Rahdari.Border.Crossings;
using Rahdari.Border.Indicators;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Specimens;
using Rahdari.Training.Scenarios;

namespace Rahdari.Training.Lessons;

/// <summary>A traveller of a lesson with everything that must be true at the site before they come.</summary>
/// <param name="Trainee">Whose queue they stand in.</param>
/// <param name="Shown">What the trainee meets.</param>
/// <param name="Truth">What is true.</param>
/// <param name="Sponsor">Whom the traveller names as sponsor; null where nobody.</param>
/// <param name="Chip">The chip of the document; null where it has none.</param>
/// <param name="Listed">The entry of a list that the traveller, or the document, is on or resembles; null where none.</param>
/// <param name="History">What the site recorded before, oldest first.</param>
internal sealed record LessonTraveller(
    string Trainee, ShownTraveller Shown, Scenario Truth, string? Sponsor, LessonChip? Chip, WatchlistEntry? Listed, IReadOnlyList<EarlierPassage> History);

/// <summary>A chip that is laid on the reader with its document.</summary>
/// <param name="Number">The number printed on the document.</param>
/// <param name="Mrz">The zone that stands on the chip.</param>
/// <param name="Lie">In what way it lies.</param>
internal sealed record LessonChip(string Number, IReadOnlyList<string> Mrz, SpecimenLie Lie);

/// <summary>A passage of before the lesson.</summary>
/// <param name="DaysAgo">How long ago.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Mrz">The document.</param>
/// <param name="Told">What was told; null where nothing.</param>
internal sealed record EarlierPassage(int DaysAgo, Direction Direction, IReadOnlyList<string> Mrz, JourneyTold? Told);
