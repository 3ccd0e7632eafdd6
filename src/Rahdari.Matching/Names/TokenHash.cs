namespace Rahdari.Matching.Names;

/// <summary>A number for a text, the same in every process: indexes that are kept in files know tokens by it.</summary>
internal static class TokenHash
{
    private const ulong Start = 14695981039346656037, Prime = 1099511628211;

    /// <summary>FNV-1a over the characters, its bits mixed once more. Two texts may share one: who looks up must compare.</summary>
    public static ulong Of(ReadOnlySpan<char> text, ulong salt = 0)
    {
        var hash = Start ^ salt;
        foreach (var letter in text)
            hash = (hash ^ letter) * Prime;
        return Mixed(hash);
    }

    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        return hash ^ (hash >> 33);
    }
}
