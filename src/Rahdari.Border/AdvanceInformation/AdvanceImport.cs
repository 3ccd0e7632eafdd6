using System.Text.Json.Serialization;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.AdvanceInformation;

/// <summary>What came of taking a file of advance passenger information.</summary>
/// <param name="Repeated">True where this very file was taken before: nothing was recorded again.</param>
/// <param name="Lists">Lists of passengers, of crew and of bookings in it.</param>
/// <param name="Travellers">Travellers taken.</param>
/// <param name="Hits">Of them those who resemble somebody on a watchlist in force.</param>
/// <param name="Findings">What is broken or missing, each with its place; whatever else stands in the file was taken.</param>
public sealed record AdvanceImport(bool Repeated, int Lists, int Travellers, int Hits, IReadOnlyList<Finding> Findings)
{
    /// <summary>The answers to the carrier (CUSRES), an interchange for each list of passengers or crew, by the watchlists in force now.</summary>
    [JsonIgnore]
    public IReadOnlyList<byte[]> Answers { get; init; } = [];
}
