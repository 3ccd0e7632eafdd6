namespace Rahdari.Documents.States;

/// <summary>A State that documents may still name.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name in English.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="Successors">What came after it, for people.</param>
public sealed record FormerState(string Code, string Name, DateOnly LastDay, string Successors);
