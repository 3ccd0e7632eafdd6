using Rahdari.Matching.Names;

namespace Rahdari.Matching.Index;

/// <summary>Seeks listed tokens near one. Used again and again by one thread; what it answers stands until the next question.</summary>
internal sealed class TokenSeeker
{
    // A half of so many letters leads to the names that have it, whatever the other half has become.
    private const int ShortestAlone = 4;

    // From so many letters on both halves may be misspelt, even where something else is near the whole.
    private const int LongJoined = 9;

    private int[] ids = new int[256];
    private float[] similarities = new float[256];
    private ulong[] seen = [];
    private int[] met = new int[1024];
    private int count, metCount;

    /// <summary>The tokens at least <see cref="TokenSimilarity.Near"/>.</summary>
    public NearTokens Near(Vocabulary vocabulary, NameToken token)
    {
        Begin(vocabulary);
        Span<ulong> hashes = stackalloc ulong[NearKeys.MostKeys];
        var edits = token.Text.Length >= TokenSimilarity.ShortestOfTwoEdits ? 2 : 1;
        Meet(vocabulary, hashes[..NearKeys.OfText(token.Text, edits, hashes)], token.Letters, edits);
        MeetSounds(vocabulary, hashes[..NearKeys.OfSound(token.Skeleton, hashes)], token.Sounds);
        foreach (var form in token.OtherForms)
        {
            if (vocabulary.Find(form, token.IsParticle) is >= 0 and var id)
                Meet(id);
        }
        // An initial stands for any name that begins with it; those of the query are dealt with by their range.
        if (token.Text.Length > 1)
            Meet(vocabulary, [NearKeys.OfWhole(token.Text.AsSpan(0, 1))], token.Letters, token.Text.Length);
        foreach (var id in met.AsSpan(0, metCount))
        {
            var other = vocabulary[id];
            // Two particles lead to half of all names and prove nothing, but where they are the same.
            if (TokenSimilarity.Of(token, other) is var similarity && similarity >= TokenSimilarity.Near)
                Take(id, (float)similarity);
        }
        return End();
    }

    /// <summary>The tokens that two tokens can be together, written as one.</summary>
    public NearTokens Joined(Vocabulary vocabulary, NameToken first, NameToken second)
    {
        Begin(vocabulary);
        var joined = first.Text.Length + second.Text.Length;
        if (first.Text.Length < JoinedTokens.ShortestPart || second.Text.Length < JoinedTokens.ShortestPart || joined < JoinedTokens.ShortestWhole - 1)
            return End();
        Span<char> text = stackalloc char[joined];
        first.Text.CopyTo(text);
        second.Text.CopyTo(text[first.Text.Length..]);
        Span<ulong> hashes = stackalloc ulong[NearKeys.MostKeys];
        Meet(vocabulary, hashes[..NearKeys.OfText(text, joined >= TokenSimilarity.ShortestOfTwoEdits ? 2 : 1, hashes)], first.Letters.With(second.Letters), 2);
        foreach (var id in met.AsSpan(0, metCount))
        {
            if (JoinedTokens.Similarity(first, second, vocabulary[id]) is > 0 and var similarity)
                Take(id, (float)similarity);
        }
        return End();
    }

    /// <summary>As <see cref="Near"/>, every token compared: what the keys are held against.</summary>
    public NearTokens NearOfAll(Vocabulary vocabulary, NameToken token)
    {
        Begin(vocabulary);
        for (var id = 0; id < vocabulary.Count; id++)
        {
            if (token.Text.Length > 1 && TokenSimilarity.Of(token, vocabulary[id]) is var similarity && similarity >= TokenSimilarity.Near)
                Take(id, (float)similarity);
        }
        return End();
    }

    /// <summary>As <see cref="Joined"/>, every token compared.</summary>
    public NearTokens JoinedOfAll(Vocabulary vocabulary, NameToken first, NameToken second)
    {
        Begin(vocabulary);
        for (var id = 0; id < vocabulary.Count; id++)
        {
            if (JoinedTokens.Similarity(first, second, vocabulary[id]) is > 0 and var similarity)
                Take(id, (float)similarity);
        }
        return End();
    }

    /// <summary>
    /// The listed tokens that may be the two halves of one: both spelt the same, or one of them nearly so; where the token is long or nothing
    /// listed is near it, both nearly so. A long half leads to the names that have it, whatever the other has become.
    /// </summary>
    public ReadOnlySpan<int> Halves(Vocabulary vocabulary, NameToken token, bool isAnyNear)
    {
        Begin(vocabulary);
        var text = token.Text.AsSpan();
        for (var at = JoinedTokens.ShortestPart; text.Length >= JoinedTokens.ShortestWhole - 1 && at <= text.Length - JoinedTokens.ShortestPart; at++)
        {
            var (first, second, before) = (vocabulary.Find(text[..at], null), vocabulary.Find(text[at..], null), count);
            if (first < 0 && second < 0 && isAnyNear && text.Length < LongJoined)
                continue;
            if (TakeHalf(vocabulary, text[..at], first) && TakeHalf(vocabulary, text[at..], second))
                continue;
            count = before;
            if (first >= 0 && at >= ShortestAlone)
                Take(first, 1);
            if (second >= 0 && text.Length - at >= ShortestAlone)
                Take(second, 1);
        }
        return End().Ids;
    }

    private bool TakeHalf(Vocabulary vocabulary, ReadOnlySpan<char> half, int listed)
    {
        if (listed >= 0)
        {
            Take(listed, 1);
            return true;
        }
        const int ShortestMisspelt = 3;
        if (half.Length < ShortestMisspelt)
            return false;
        Span<ulong> hashes = stackalloc ulong[NearKeys.MostKeys];
        var (from, before) = (metCount, count);
        var edits = half.Length >= TokenSimilarity.ShortestOfTwoEdits ? 2 : 1;
        Meet(vocabulary, hashes[..NearKeys.OfText(half, edits, hashes)], LetterSet.Of(half), edits);
        foreach (var id in met.AsSpan(from, metCount - from))
        {
            if (EditDistance.Of(half, vocabulary.Text(id), edits) <= edits)
                Take(id, 1);
            // Another half may meet it again.
            seen[id >> 6] &= ~(1UL << (id & 63));
        }
        metCount = from;
        return count > before;
    }

    private void Begin(Vocabulary vocabulary)
    {
        count = 0;
        var words = (vocabulary.Count + 63) / 64;
        if (seen.Length < words)
            seen = new ulong[words];
    }

    private NearTokens End()
    {
        foreach (var id in met.AsSpan(0, metCount))
            seen[id >> 6] = 0;
        metCount = 0;
        return new NearTokens(ids.AsMemory(0, count), similarities.AsMemory(0, count));
    }

    private void Meet(Vocabulary vocabulary, ReadOnlySpan<ulong> hashes, LetterSet letters, int edits)
    {
        var sets = vocabulary.Sets.Span;
        foreach (var hash in hashes)
        {
            foreach (var id in vocabulary.Keys.Of(hash))
            {
                if (letters.MayBeWithin(sets[id].Text, edits))
                    Meet(id);
            }
        }
    }

    private void MeetSounds(Vocabulary vocabulary, ReadOnlySpan<ulong> hashes, LetterSet sounds)
    {
        var sets = vocabulary.Sets.Span;
        foreach (var hash in hashes)
        {
            foreach (var id in vocabulary.Keys.Of(hash))
            {
                if (sounds.MayBeWithin(sets[id].Sounds, 1))
                    Meet(id);
            }
        }
    }

    private void Meet(int id)
    {
        ref var word = ref seen[id >> 6];
        var bit = 1UL << (id & 63);
        if ((word & bit) != 0)
            return;
        word |= bit;
        if (metCount == met.Length)
            Array.Resize(ref met, met.Length * 2);
        met[metCount++] = id;
    }

    private void Take(int id, float similarity)
    {
        if (count == ids.Length)
        {
            Array.Resize(ref ids, count * 2);
            Array.Resize(ref similarities, count * 2);
        }
        (ids[count], similarities[count++]) = (id, similarity);
    }
}
