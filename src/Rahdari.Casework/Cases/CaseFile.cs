namespace Rahdari.Casework.Cases;

/// <summary>A case as its circle reads it.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Limits">Its time limits, those first that end first.</param>
/// <param name="Events">All that was told of it, the first first.</param>
/// <param name="Today">The day on which it was read, in the country.</param>
public sealed record CaseFile(CaseState State, IReadOnlyList<CaseLimit> Limits, IReadOnlyList<CaseEvent> Events, DateOnly Today);
