using Rahdari.Training.Lessons;
using Rahdari.Training.Scoring;

namespace Rahdari.Training.Storage;

/// <summary>A traveller in a trainee's queue.</summary>
/// <param name="Lesson">The lesson's number.</param>
/// <param name="Trainee">The user name.</param>
/// <param name="Shown">What the trainee meets.</param>
/// <param name="CameAt">When; null while the traveller waits.</param>
/// <param name="DecidedAt">When it was decided; null before.</param>
/// <param name="Mark">How it was decided; null before.</param>
internal sealed record QueuedTraveller(int Lesson, string Trainee, ShownTraveller Shown, DateTimeOffset? CameAt, DateTimeOffset? DecidedAt, Mark? Mark);
