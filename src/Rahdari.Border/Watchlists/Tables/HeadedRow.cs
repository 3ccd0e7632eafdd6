namespace Rahdari.Border.Watchlists.Tables;

/// <summary>One line of a table.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Fields">As many as the header has columns, cleaned; empty where nothing stands.</param>
internal sealed record HeadedRow(long Line, string[] Fields);
