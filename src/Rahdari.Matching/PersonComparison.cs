using Rahdari.Matching.Index;
using Rahdari.Matching.Names;
using Rahdari.Matching.Scoring;

namespace Rahdari.Matching;

/// <summary>Compares two people of whom neither is on a list: whether both are one. What is presumed before anything is compared is the caller's. Thread-safe.</summary>
/// <param name="population">How common parts of names are.</param>
public sealed class PersonComparison(NamePopulation population)
{
    // A vowel that one side leaves out: Hussain and Hussein, but not Hassan.
    private const int VowelsOfOneName = 1;

    // Parents call nobody by a name that fewer bear.
    private const int OneInBears = 5_000;

    private readonly SearchScratch.Idle idle = new();

    /// <summary>Compares; the parts are as a hit's, without a prior.</summary>
    /// <param name="query">One of them; where the name of one may have been cut, that one.</param>
    /// <param name="person">The other, with one name.</param>
    public PersonLikeness Of(PersonQuery query, ListedPerson person)
    {
        var builder = new SegmentBuilder();
        builder.Add(person, [.. person.Names.Select(name => NameFolding.Tokens(name.Text))]);
        var segment = builder.Build(population);
        var scratch = idle.Take();
        try
        {
            scratch.Name.Set(query, population);
            var search = scratch.Segments[0];
            search.Run(segment, null, query, scratch.Name, 0, double.NegativeInfinity, double.NegativeInfinity, tellsWhole: true, isExhaustive: true, default);
            foreach (var met in search.Found.Values)
            {
                var hit = search.Explain(segment, met);
                return new PersonLikeness(Of(hit.Alignment, query.NameMayBeTruncated), hit.Parts, hit.Alignment);
            }
        }
        finally
        {
            idle.Give(scratch);
        }
        return new PersonLikeness(NameLikeness.Unknown, PersonScore.Explained(query, person, person.Names is [var name, ..] ? name : new ListedName("", ListedNameKind.Primary), 0, 0, false, []).Parts, []);
    }

    /// <summary>What the rarest parts of a name sound like, each as a number that is the same wherever and whenever it is made; rarest first, particles left out.</summary>
    /// <param name="name">A whole name.</param>
    /// <param name="most">So many.</param>
    public IReadOnlyList<ulong> Sounds(string name, int most) =>
    [
        .. NameFolding.Tokens(name).Where(token => !token.IsParticle && token.Text.Length > 1).DistinctBy(token => token.SoundHash)
            .OrderByDescending(token => population.Weigh(token).Near).ThenBy(token => token.SoundHash).Take(most).Select(token => token.SoundHash),
    ];

    /// <summary>True where every part is one that people are called by: a slip makes a name that hardly anybody bears.</summary>
    /// <param name="name">Parts of a name.</param>
    public bool IsBorne(string name) => NameFolding.Tokens(name) is { Count: > 0 } tokens && tokens.All(token => (population.Spellings[token.Hash] + 1L) * OneInBears > population.Size);

    private static NameLikeness Of(IReadOnlyList<TokenPair> pairs, bool isCut)
    {
        var (isAnyEqual, isSpeltOtherwise, isNear, isLeftOut, isOther) = (false, false, false, false, false);
        foreach (var pair in pairs)
        {
            isAnyEqual |= pair.Agreement is Agreement.Equal or Agreement.Near;
            isOther |= pair.Agreement == Agreement.Different;
            isLeftOut |= pair.Agreement == Agreement.Missing && pair.Points < 0;
            if (pair.Agreement == Agreement.Near)
            {
                var isOne = IsOneSound(pair) || (isCut && IsBeginning(pair));
                isSpeltOtherwise |= isOne;
                isNear |= !isOne;
            }
        }
        return !isAnyEqual ? (pairs.Count == 0 ? NameLikeness.Unknown : NameLikeness.Other)
            : isOther ? NameLikeness.Part
            : isNear ? NameLikeness.Near
            : isLeftOut ? NameLikeness.LeftOut
            : isSpeltOtherwise ? NameLikeness.SpeltOtherwise
            : NameLikeness.Same;
    }

    /// <summary>Salma and Salima are two names.</summary>
    private static int Syllables(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
            count += IsVowel(text[i]) && (i == 0 || !IsVowel(text[i - 1])) ? 1 : 0;
        return count;
    }

    private static bool IsVowel(char letter) => letter is 'A' or 'E' or 'I' or 'O' or 'U' or 'Y';

    private static bool IsBeginning(TokenPair pair) => pair.Queried is { Length: > 1 } queried && pair.Listed?.StartsWith(queried, StringComparison.Ordinal) == true;

    private static bool IsOneSound(TokenPair pair)
    {
        if (pair.Queried is not { Length: > 1 } queried || pair.Listed is not { Length: > 1 } listed)
            return false;
        // Two that are joined on one side.
        (queried, listed) = (queried.Replace(" ", "", StringComparison.Ordinal), listed.Replace(" ", "", StringComparison.Ordinal));
        return queried == listed || (Skeleton.Of(queried) == Skeleton.Of(listed) && VowelDistance.Of(queried, listed) <= VowelsOfOneName && Syllables(queried) == Syllables(listed))
            || ZoneSpelling.AreOne(NameFolding.Token(queried).View, NameFolding.Token(listed).View);
    }
}
