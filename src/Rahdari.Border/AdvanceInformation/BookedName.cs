namespace Rahdari.Border.AdvanceInformation;

/// <summary>Given names as bookings write them: run together, and a title at the end with no space before it (AIRIMP). Whether it is one cannot be known: Badr is a name.</summary>
internal static class BookedName
{
    private static readonly string[] Titles = ["MSTR", "MISS", "PROF", "MRS", "MR", "MS", "DR"];

    /// <summary>Without what may be a title; the same where there is none.</summary>
    public static string WithoutTitle(string given)
    {
        var title = Titles.FirstOrDefault(title => given.Length > title.Length && given.EndsWith(title, StringComparison.Ordinal));
        return title is null ? given : given[..^title.Length].TrimEnd();
    }

    /// <summary>Whether given names as booked can be those of a list.</summary>
    public static bool IsOf(string booked, string listed)
    {
        var (one, other) = (Joined(booked), Joined(listed));
        return one == other || WithoutTitle(one) == other;

        static string Joined(string names) => names.Replace(" ", "", StringComparison.Ordinal);
    }
}
