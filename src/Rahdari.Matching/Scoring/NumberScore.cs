using Rahdari.Matching.Index;

namespace Rahdari.Matching.Scoring;

/// <summary>Compares document and personal numbers, each of the query with each that a list gives; the best counts.</summary>
internal static class NumberScore
{
    private const string Pakistan = "PAK";

    /// <summary>In so few places one number is misread or mistyped.</summary>
    private const int MostMisread = 2;

    /// <summary>What an index knows a listed number by; null where it tells nothing.</summary>
    public static ulong? Key(string number) => WrittenNumber.TryRead(number, stackalloc char[WrittenNumber.Longest], out var written) ? written.Key() : null;

    /// <summary>Adds the persons who may have a number of the query.</summary>
    public static void Find(PersonQuery query, Segment segment, HashSet<int> persons)
    {
        Find(query.DocumentNumber, segment, persons);
        Find(query.PersonalNumber, segment, persons);
    }

    /// <summary>True where the query has a number that may speak against somebody who does not have it.</summary>
    public static bool MayContradict(PersonQuery query) => IsCnic(query.PersonalNumber, query.IssuingState);

    public static ScorePart Of(PersonQuery query, ListedPerson person)
    {
        Span<char> buffer = stackalloc char[WrittenNumber.Longest], ofListed = stackalloc char[WrittenNumber.Longest];
        Span<char> sexes = [query.Sex ?? ' ', person.Sex ?? ' '];
        ScorePart? best = null;
        for (var i = 0; i < 2; i++)
        {
            var number = i == 0 ? query.DocumentNumber : query.PersonalNumber;
            if (!WrittenNumber.TryRead(number, buffer, out var queried))
                continue;
            foreach (var document in person.Documents)
            {
                if (!WrittenNumber.TryRead(document.Number, ofListed, out var listed))
                    continue;
                var likeness = queried.Compare(listed, IsPakistani(query.IssuingState) && IsPakistani(document.IssuingState), sexes);
                if (likeness == NumberLikeness.Other)
                    continue;
                var otherState = query.IssuingState is not null && document.IssuingState is not null && query.IssuingState != document.IssuingState;
                var points = (queried.IsShort ? Evidence.ShortNumber : otherState ? Evidence.SameNumberOtherState : Evidence.SameNumber)
                    + (likeness == NumberLikeness.OneLeftOut ? Evidence.DigitLeftOut : 0);
                if (best is null || points > best.Points)
                    best = new ScorePart(ScorePartKind.DocumentNumber, otherState || likeness != NumberLikeness.Same ? Agreement.Near : Agreement.Equal, points, number, Words(document));
            }
        }
        // People renew and hold several documents: another number of a document says nothing.
        return best ?? OtherCnic(query, person) ?? new ScorePart(ScorePartKind.DocumentNumber, Agreement.Missing, 0, query.DocumentNumber, null);
    }

    /// <summary>An identity number stays where passports are renewed: another one speaks against, unless it may be the same misread.</summary>
    private static ScorePart? OtherCnic(PersonQuery query, ListedPerson person)
    {
        if (!MayContradict(query))
            return null;
        Span<char> buffer = stackalloc char[WrittenNumber.Longest], ofListed = stackalloc char[WrittenNumber.Longest];
        WrittenNumber.TryRead(query.PersonalNumber, buffer, out var queried);
        ListedDocument? other = null;
        foreach (var document in person.Documents)
        {
            if (!IsCnic(document.Number, document.IssuingState))
                continue;
            WrittenNumber.TryRead(document.Number, ofListed, out var listed);
            if (queried.Differences(listed) <= MostMisread)
                return null;
            other ??= document;
        }
        return other is null ? null : new ScorePart(ScorePartKind.DocumentNumber, Agreement.Different, Evidence.OtherCnic, query.PersonalNumber, Words(other));
    }

    private static bool IsCnic(string? number, string? state) =>
        state == Pakistan && WrittenNumber.TryRead(number, stackalloc char[WrittenNumber.Longest], out var written) && written.IsCnic;

    private static bool IsPakistani(string? state) => state is null or Pakistan;

    private static string Words(ListedDocument document) => $"{document.Type} {document.Number} {document.IssuingState}".TrimEnd();

    private static void Find(string? number, Segment segment, HashSet<int> persons)
    {
        if (number is null || segment.Numbers.Keys.IsEmpty || !WrittenNumber.TryRead(number, stackalloc char[WrittenNumber.Longest], out var written))
            return;
        foreach (var key in written.Keys(stackalloc ulong[WrittenNumber.MostKeys]))
        {
            foreach (var person in segment.Numbers.Of(key))
                persons.Add(person);
        }
    }
}
