using Rahdari.Matching.Index;

namespace Rahdari.Matching.Scoring;

/// <summary>Compares document and personal numbers, letters and digits that are read for each other taken as one.</summary>
internal static class NumberScore
{
    private const int Longest = 64;
    private const int Shortest = 4;
    private const int ShortestRare = 6;

    /// <summary>Letters and digits only, upper case, confusable ones as one: 0/O/D/Q, 1/I/L, 2/Z, 5/S, 8/B. Null where fewer than four are left, or the same one again and again.</summary>
    public static string? Key(string? number)
    {
        if (number is null)
            return null;
        Span<char> key = stackalloc char[Longest];
        var length = 0;
        foreach (var character in number)
        {
            if (length == Longest || !char.IsAsciiLetterOrDigit(character))
                continue;
            key[length++] = char.ToUpperInvariant(character) switch
            {
                'O' or 'D' or 'Q' => '0',
                'I' or 'L' => '1',
                'Z' => '2',
                'S' => '5',
                'B' => '8',
                var other => other,
            };
        }
        // Lists write 00000000 where they know none.
        return length < Shortest || key[1..length].IndexOfAnyExcept(key[0]) < 0 ? null : new string(key[..length]);
    }

    /// <summary>Adds the persons who have a number of the query.</summary>
    public static void Find(PersonQuery query, Segment segment, HashSet<int> persons)
    {
        Find(query.DocumentNumber, segment, persons);
        Find(query.PersonalNumber, segment, persons);
    }

    public static ScorePart Of(PersonQuery query, ListedPerson person)
    {
        var given = new[] { (Number: query.DocumentNumber, query.IssuingState), (Number: query.PersonalNumber, query.IssuingState) };
        ScorePart? best = null;
        foreach (var (number, state) in given)
        {
            if (Key(number) is not { } key)
                continue;
            foreach (var listed in person.Documents)
            {
                if (Key(listed.Number) != key)
                    continue;
                var otherState = state is not null && listed.IssuingState is not null && state != listed.IssuingState;
                var points = key.Length < ShortestRare ? Evidence.ShortNumber : otherState ? Evidence.SameNumberOtherState : Evidence.SameNumber;
                if (best is null || points > best.Points)
                    best = new ScorePart(ScorePartKind.DocumentNumber, otherState ? Agreement.Near : Agreement.Equal, points, number, $"{listed.Type} {listed.Number} {listed.IssuingState}".TrimEnd());
            }
        }
        // People renew and hold several documents: another number says nothing.
        return best ?? new ScorePart(ScorePartKind.DocumentNumber, Agreement.Missing, 0, query.DocumentNumber, null);
    }

    private static void Find(string? number, Segment segment, HashSet<int> persons)
    {
        if (number is null || segment.Numbers.Keys.IsEmpty || Key(number) is not { } key)
            return;
        foreach (var person in segment.Numbers.Of(TokenHash.Of(key)))
            persons.Add(person);
    }
}
