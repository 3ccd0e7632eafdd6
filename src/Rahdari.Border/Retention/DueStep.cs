namespace Rahdari.Border.Retention;

/// <summary>One look of a purge.</summary>
/// <param name="Class">What it looks for.</param>
/// <param name="Find">Finds from one place on.</param>
internal sealed record DueStep(RecordClass Class, Func<DueSearch, Guid, Task<DueFound>> Find)
{
    /// <summary>True where the class was looked for before, and what was erased since may have kept some: a plan need not look again.</summary>
    public bool IsAgain { get; init; }
}
