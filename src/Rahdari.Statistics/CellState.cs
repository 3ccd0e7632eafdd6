namespace Rahdari.Statistics;

/// <summary>What became of a cell. A publication tells nobody which of the two kinds of suppression a cell has: the mark is one.</summary>
public enum CellState
{
    /// <summary>Published as it is.</summary>
    Shown,

    /// <summary>Hidden, for it is small.</summary>
    Primary,

    /// <summary>Hidden, so that no small one can be computed.</summary>
    Complementary,

    /// <summary>Of no table that is published.</summary>
    Unpublished,

    /// <summary>Rounded.</summary>
    Rounded,
}
