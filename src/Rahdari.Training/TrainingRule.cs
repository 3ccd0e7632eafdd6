using Rahdari.Documents.Findings;

namespace Rahdari.Training;

/// <summary>Every rule of training with its code.</summary>
/// <param name="Code">The stable code.</param>
public sealed record TrainingRule(string Code)
{
    /// <summary>A lesson cannot be made of what was asked for.</summary>
    public static readonly TrainingRule LessonInvalid = new("LESSON_INVALID");

    /// <summary>The finding that this rule is broken, with its evidence.</summary>
    public Finding Broken(string? field = null, params ReadOnlySpan<(string Name, string Value)> evidence) => Finding.Of(Code, Severity.Warning, field, evidence);
}
