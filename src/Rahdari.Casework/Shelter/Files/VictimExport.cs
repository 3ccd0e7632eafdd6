using Rahdari.Casework.Shelter.Consents;

namespace Rahdari.Casework.Shelter.Files;

/// <summary>What of a file leaves the site for a recipient, under a consent. As JSON: <see cref="ShelterJson.Options"/>.</summary>
/// <param name="Pseudonym">The pseudonym.</param>
/// <param name="Owner">The organisation that keeps the file.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Recipient">To whom.</param>
/// <param name="ConsentId">The consent that allows it.</param>
/// <param name="ConsentUntil">When that ends: the recipient erases it then; UTC.</param>
/// <param name="At">When it was made; UTC.</param>
/// <param name="By">The user who made it.</param>
/// <param name="Sections">What the purpose covers.</param>
public sealed record VictimExport(
    string Pseudonym, string Owner, Purpose Purpose, string Recipient, Guid ConsentId, DateTimeOffset ConsentUntil, DateTimeOffset At, string By, IReadOnlyList<SectionContent> Sections);
