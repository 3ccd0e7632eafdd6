namespace Rahdari.Border.Travellers.National;

/// <summary>What a port knows of a person's crossings at other ports.</summary>
/// <param name="Source">Whose knowledge it is.</param>
/// <param name="Gap">Why it is this port's alone; null where headquarters answered.</param>
/// <param name="Crossings">Those that this port does not have itself, newest first; empty where headquarters did not answer.</param>
/// <param name="HasMore">True where headquarters has more than the newest <see cref="KnownHistory.MostCrossings"/>.</param>
public sealed record NationalHistory(HistorySource Source, HistoryGap? Gap, IReadOnlyList<NationalCrossing> Crossings, bool HasMore)
{
    /// <summary>What is known where headquarters did not answer.</summary>
    public static NationalHistory Without(HistoryGap gap) => new(HistorySource.ThisPort, gap, [], HasMore: false);
}

/// <summary>Whose knowledge a history is.</summary>
public enum HistorySource
{
    /// <summary>Headquarters answered: every port's, as far as it was sent there.</summary>
    Headquarters,

    /// <summary>This port's alone.</summary>
    ThisPort,
}

/// <summary>Why a history is the port's alone.</summary>
public enum HistoryGap
{
    /// <summary>The line is down, or the port is not enrolled: nobody was asked.</summary>
    LineDown,

    /// <summary>Headquarters was asked and did not answer in time, or what came was not its word.</summary>
    NoAnswer,
}
