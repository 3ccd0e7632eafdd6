using System.Security.Cryptography;
using System.Text.Json;
using Rahdari.Border.Travellers.Links;
using Rahdari.Border.Travellers.National;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Links.Messages;

/// <summary>A port asks headquarters for the crossings of the person who presented some documents. The account that it comes over says which port; the answer is bound to the hash of its bytes.</summary>
/// <param name="V">1.</param>
/// <param name="Nonce">32 random bytes: no two questions are the same, so no answer is another's.</param>
/// <param name="Asker">The user name of who asks, at the port.</param>
/// <param name="Documents">Documents of one person.</param>
public sealed record HistoryRequest(int V, byte[] Nonce, string Asker, IReadOnlyList<AskedDocument> Documents)
{
    /// <summary>The length of a nonce.</summary>
    public const int NonceLength = 32;

    private const int LargestMessage = 32 * 1024;
    private const int LongestName = 256;

    /// <summary>A question as it travels, with a nonce of its own.</summary>
    public static HistoryRequest Of(HistoryQuestion question) =>
        new(1, RandomNumberGenerator.GetBytes(NonceLength), question.Asker, [.. question.Documents.Take(HistoryQuestion.MostDocuments).Select(AskedDocument.Of)]);

    /// <summary>The bytes that travel.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, LinkJson.Default.HistoryRequest);

    /// <summary>Reads bytes of any origin; null where they are no question.</summary>
    public static HistoryRequest? Read(ReadOnlySpan<byte> bytes) =>
        LinkJson.Read(bytes, LargestMessage, LinkJson.Default.HistoryRequest) is { V: 1, Nonce.Length: NonceLength, Documents.Count: > 0 and <= HistoryQuestion.MostDocuments } request
            && SentText.IsName(request.Asker, LongestName) && request.Documents.All(document => document?.Identity() is not null) ? request : null;

    /// <summary>What is asked.</summary>
    public HistoryQuestion Question() => new(Asker, [.. Documents.Select(document => document.Identity()!)]);
}

/// <summary>A document as a port read it, with what tells whose it is.</summary>
/// <param name="State">The issuing State, as read.</param>
/// <param name="Code">The document code.</param>
/// <param name="Number">The number.</param>
/// <param name="Nationality">The nationality, as read.</param>
/// <param name="Surname">Surname.</param>
/// <param name="GivenNames">Given names; empty where there are none.</param>
/// <param name="BirthDate">Date of birth, ISO 8601-2.</param>
/// <param name="Sex">Sex, by the name of <see cref="Documents.Mrz.Sex"/>.</param>
/// <param name="IsCut">True where the name may have been cut.</param>
/// <param name="PersonalNumber">State and digits of the holder's own number for life, or null.</param>
/// <param name="PlaceOfBirth">The place of birth, where a signed chip has it; or null.</param>
/// <param name="Others">Numbers of other documents that a signed chip names; null where there are none.</param>
public sealed record AskedDocument(
    string State, string Code, string Number, string Nationality, string Surname, string GivenNames, string BirthDate, string Sex, bool IsCut = false,
    string? PersonalNumber = null, string? PlaceOfBirth = null, IReadOnlyList<string>? Others = null)
{
    private const int MostOthers = 20;

    internal static AskedDocument Of(KnownIdentity identity) => new(
        identity.IssuingState,
        identity.DocumentCode,
        identity.DocumentNumber,
        identity.Nationality,
        identity.PrimaryIdentifier,
        identity.SecondaryIdentifier,
        identity.DateOfBirth.ToString(),
        identity.Sex.ToString(),
        identity.NameMayBeTruncated,
        identity.PersonalNumber?.ToString(),
        identity.PlaceOfBirth,
        identity.OtherDocuments.Count == 0 ? null : [.. identity.OtherDocuments.Take(MostOthers)]);

    /// <summary>Who it says its holder is; null where it is no document's word.</summary>
    internal KnownIdentity? Identity()
    {
        if (!SentText.AreTexts(State, Code, Number, Nationality, Surname, GivenNames, PersonalNumber, PlaceOfBirth) || Others?.Count > MostOthers || Others?.All(other => SentText.IsText(other)) == false
            || !PartialDate.TryParse(BirthDate, out var birthDate) || !SentText.IsOne<Sex>(Sex, out var sex))
            return null;
        return new KnownIdentity
        {
            IssuingState = State,
            DocumentCode = Code,
            DocumentNumber = Number,
            Nationality = Nationality,
            PrimaryIdentifier = Surname,
            SecondaryIdentifier = GivenNames,
            NameMayBeTruncated = IsCut,
            DateOfBirth = birthDate,
            Sex = sex,
            PersonalNumber = Border.Travellers.Links.PersonalNumber.Parse(PersonalNumber),
            PlaceOfBirth = PlaceOfBirth,
            OtherDocuments = Others ?? [],
        };
    }
}
