namespace Rahdari.Matching.Index;

/// <summary>What a search had to look at.</summary>
/// <param name="Keys">Keys of like tokens that were looked up.</param>
/// <param name="Tokens">Listed tokens whose letters were compared.</param>
/// <param name="Postings">Places in lists of the names that have a token.</param>
/// <param name="Names">Names whose tokens were looked at.</param>
/// <param name="Aligned">Names aligned and scored.</param>
internal readonly record struct SearchWork(long Keys, long Tokens, long Postings, long Names, long Aligned)
{
    public static SearchWork operator +(SearchWork a, SearchWork b) =>
        new(a.Keys + b.Keys, a.Tokens + b.Tokens, a.Postings + b.Postings, a.Names + b.Names, a.Aligned + b.Aligned);
}
