namespace Rahdari.Border.Travellers.National;

/// <summary>Which crossings of a person headquarters has.</summary>
/// <param name="Crossings">At every port, as they stand, newest first; at most <see cref="MostCrossings"/>.</param>
/// <param name="HasMore">True where there are more than are told.</param>
public sealed record KnownHistory(IReadOnlyList<NationalCrossing> Crossings, bool HasMore)
{
    /// <summary>So many crossings are told, the newest.</summary>
    public const int MostCrossings = 100;
}
