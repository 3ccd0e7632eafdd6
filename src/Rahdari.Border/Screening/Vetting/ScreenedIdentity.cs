using System.Security.Cryptography;
using System.Text.Json;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Screening.Vetting;

/// <summary>What of a presented document makes its holder resemble, or not resemble, a listed person.</summary>
/// <param name="Name">Surname, <c>, </c> and given names, as read.</param>
/// <param name="DateOfBirth">As read, possibly partial.</param>
/// <param name="Nationality">As read.</param>
/// <param name="Sex">As the document states it.</param>
/// <param name="PersonalNumber">The personal number beside the document's own, or empty.</param>
internal sealed record ScreenedIdentity(string Name, PartialDate DateOfBirth, string Nationality, Sex Sex, string PersonalNumber)
{
    public static ScreenedIdentity Of(MrzFields document) => new(
        NameAsRead.Of(document.PrimaryIdentifier, document.SecondaryIdentifier),
        document.DateOfBirth,
        document.Nationality,
        document.Sex,
        document.OptionalData.FirstOrDefault(o => o.Length > 0) ?? "");

    /// <summary>SHA-256, hexadecimal: what is signed of a person whose ledger entry can never be taken out again.</summary>
    public string Hash() => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, BorderJson.Default.ScreenedIdentity)));

    /// <summary>What differs from what was screened before.</summary>
    public IEnumerable<VettingChange> ChangesSince(ScreenedIdentity before)
    {
        if (Name != before.Name)
            yield return VettingChange.Name;
        if (DateOfBirth != before.DateOfBirth)
            yield return VettingChange.DateOfBirth;
        if (Nationality != before.Nationality)
            yield return VettingChange.Nationality;
        if (Sex != before.Sex)
            yield return VettingChange.Sex;
        if (PersonalNumber != before.PersonalNumber)
            yield return VettingChange.PersonalNumber;
    }
}
