using Rahdari.Casework.Shelter.Consents;

namespace Rahdari.Casework.Shelter.Files;

/// <summary>A victim's file as lists show it: nothing of who they are.</summary>
/// <param name="Id">The file.</param>
/// <param name="Pseudonym">What the police and the courts call the victim by: <c>V-7K3M-92QD</c>.</param>
/// <param name="Owner">The organisation that keeps it.</param>
/// <param name="OpenedAt">When it was opened; UTC.</param>
/// <param name="Sections">The sections that have been written, of those that the reader may read.</param>
/// <param name="For">For what the reader's organisation was given it, where another keeps it; empty for the one that keeps it.</param>
public sealed record VictimFile(Guid Id, string Pseudonym, string Owner, DateTimeOffset OpenedAt, IReadOnlyList<FileSection> Sections, IReadOnlyList<Purpose> For);
