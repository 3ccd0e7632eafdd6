using Rahdari.Border.Travellers.Links;

namespace Rahdari.Border.Travellers.National;

/// <summary>What a port asks of headquarters: which crossings are of the person who presented these documents.</summary>
/// <param name="Asker">The user name of who asks, at the port.</param>
/// <param name="Documents">Documents of one person, as the port read them: those of the traveller who is looked at, then the others; of each the newest first; one to <see cref="MostDocuments"/>.</param>
public sealed record HistoryQuestion(string Asker, IReadOnlyList<KnownIdentity> Documents)
{
    /// <summary>By so many documents a person is asked for.</summary>
    public const int MostDocuments = 10;
}
