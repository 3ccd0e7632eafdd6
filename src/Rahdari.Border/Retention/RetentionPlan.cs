namespace Rahdari.Border.Retention;

/// <summary>What a purge would erase, or has erased; it names nobody.</summary>
/// <param name="Schedule">The number of the schedule; 0 where none was published, and nothing is purged.</param>
/// <param name="Day">At the port.</param>
/// <param name="Classes">One for each class that the schedule names.</param>
public sealed record RetentionPlan(int Schedule, DateOnly Day, IReadOnlyList<PlannedClass> Classes);

/// <summary>A class of records in a plan.</summary>
/// <param name="Class">Which.</param>
/// <param name="Months">How long they are kept.</param>
/// <param name="LegalBasis">By which law or decision.</param>
/// <param name="CutOff">What ended before this day is due.</param>
/// <param name="Records">How many go: crossings with their encounters counted once, and with the links the travellers of whom nothing is left.</param>
/// <param name="Oldest">From which day the time of the oldest of them ran; null where none goes.</param>
/// <param name="Held">How many are due and kept by a legal hold.</param>
/// <param name="Needed">How many are due and kept because something that stays refers to them, or because headquarters has no receipt. What refers to them may go in the same purge, and they after it.</param>
public sealed record PlannedClass(RecordClass Class, int Months, string LegalBasis, DateOnly CutOff, int Records, DateOnly? Oldest, int Held, int Needed);

/// <summary>What a purge did.</summary>
/// <param name="Run">The run, as its signed facts bear it.</param>
/// <param name="Erased">By class.</param>
/// <param name="IsComplete">False where it was cancelled; run again it goes on.</param>
public sealed record PurgeReport(Guid Run, RetentionPlan Erased, bool IsComplete);
