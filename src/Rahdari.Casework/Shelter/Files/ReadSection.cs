namespace Rahdari.Casework.Shelter.Files;

/// <summary>A section as it was read.</summary>
/// <param name="FileId">The file.</param>
/// <param name="Pseudonym">Its pseudonym.</param>
/// <param name="Content">What it says.</param>
/// <param name="Version">1, 2, 3 …; told when it is written again.</param>
/// <param name="WrittenAt">When; UTC.</param>
/// <param name="WrittenBy">The user.</param>
public sealed record ReadSection(Guid FileId, string Pseudonym, SectionContent Content, int Version, DateTimeOffset WrittenAt, string WrittenBy);
