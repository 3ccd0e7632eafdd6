namespace Rahdari.Matching.Index;

/// <summary>What one thread needs for a search, kept for the next.</summary>
internal sealed class SearchScratch
{
    public QueryName Name { get; } = new();

    /// <summary>One for each segment.</summary>
    public SegmentSearch[] Segments { get; } = [new(), new()];

    public List<(int Segment, SegmentSearch.Met Met)> Found { get; } = [];

    /// <summary>Those that no search uses now. Thread-safe.</summary>
    public sealed class Idle
    {
        private readonly SearchScratch?[] places = new SearchScratch?[Environment.ProcessorCount * 2];

        public SearchScratch Take()
        {
            for (var i = 0; i < places.Length; i++)
            {
                if (Interlocked.Exchange(ref places[i], null) is { } scratch)
                    return scratch;
            }
            return new SearchScratch();
        }

        /// <summary>Gives back; one too many is left to the collector.</summary>
        public void Give(SearchScratch scratch)
        {
            scratch.Found.Clear();
            for (var i = 0; i < places.Length; i++)
            {
                if (Interlocked.CompareExchange(ref places[i], scratch, null) is null)
                    return;
            }
        }
    }
}
