namespace Rahdari.Border.Watchlists.Reading;

/// <summary>In which script a name is written, for lists that do not say.</summary>
internal static class NameScript
{
    /// <summary>True where most letters are Latin ones, with marks or without; also where there are none.</summary>
    public static bool IsLatin(string name)
    {
        var other = name.Count(c => c >= '\u0370' && char.IsLetter(c) && c is not (>= '\u1E00' and <= '\u1EFF'));
        return other <= name.Count(char.IsLetter) / 2;
    }
}
