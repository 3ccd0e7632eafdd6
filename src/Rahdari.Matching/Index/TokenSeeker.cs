using Rahdari.Matching.Names;

namespace Rahdari.Matching.Index;

/// <summary>Seeks listed tokens near one. Used again and again by one thread; what it answers stands until the next question.</summary>
internal sealed class TokenSeeker
{
    private int[] ids = new int[256];
    private float[] similarities = new float[256];
    private ulong[] seen = [];
    private int[] met = new int[1024];
    private int[] candidates = new int[1024];
    private ulong[] seenBeginnings = [];
    private int[] rarer = new int[64], commoner = new int[64];
    private int count, metCount, rarerCount, commonerCount;
    private SearchWork work;

    /// <summary>Takes what was looked at since this was asked last.</summary>
    public SearchWork TakeWork()
    {
        var taken = work;
        work = default;
        return taken;
    }

    /// <summary>The tokens at least <see cref="TokenSimilarity.Near"/>.</summary>
    public NearTokens Near(Vocabulary vocabulary, NameToken token)
    {
        Begin(vocabulary);
        Span<ulong> hashes = stackalloc ulong[NearKeys.MostKeys];
        var edits = token.Text.Length >= TokenSimilarity.ShortestOfTwoEdits ? 2 : 1;
        Meet(vocabulary, hashes[..NearKeys.OfText(token.Text, edits, hashes)], token.Letters, token.Text.Length, edits);
        MeetSounds(vocabulary, hashes[..NearKeys.OfSound(token.Skeleton, hashes)], token.Sounds);
        foreach (var form in token.OtherForms)
        {
            if (vocabulary.Find(form, token.IsParticle) is >= 0 and var id)
                Meet(id);
        }
        // An initial stands for any name that begins with it; those of the query are dealt with by their range.
        if (token.Text.Length > 1)
        {
            foreach (var id in vocabulary.Keys.Of(NearKeys.OfWhole(token.Text.AsSpan(0, 1))))
                Meet(id);
        }
        var view = token.View;
        foreach (var id in met.AsSpan(0, metCount))
        {
            if (TokenSimilarity.Of(view, token.OtherForms, vocabulary.View(id)) is var similarity && similarity >= TokenSimilarity.Near)
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
        Meet(vocabulary, hashes[..NearKeys.OfText(text, joined >= TokenSimilarity.ShortestOfTwoEdits ? 2 : 1, hashes)], first.Letters.With(second.Letters), joined, 2);
        foreach (var id in met.AsSpan(0, metCount))
        {
            if (JoinedTokens.Similarity(first.View, second.View, vocabulary.View(id)) is > 0 and var similarity)
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
            // A particle of one letter is no initial.
            if ((token.Text.Length > 1 || vocabulary.Text(id).SequenceEqual(token.Text)) && TokenSimilarity.Of(token.View, token.OtherForms, vocabulary.View(id)) is var similarity && similarity >= TokenSimilarity.Near)
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
            if (JoinedTokens.Similarity(first.View, second.View, vocabulary.View(id)) is > 0 and var similarity)
                Take(id, (float)similarity);
        }
        return End();
    }

    /// <summary>The listed tokens that may be the two halves of one, as <see cref="JoinedTokens.Similarity"/> allows.</summary>
    public NearHalves Halves(Vocabulary vocabulary, NameToken token)
    {
        Begin(vocabulary);
        (rarerCount, commonerCount) = (0, 0);
        var text = token.Text.AsSpan();
        if (text.Length is < JoinedTokens.ShortestWhole or > JoinedTokens.LongestOfTwo + 2)
            return default;
        for (var at = JoinedTokens.ShortestPart; at <= text.Length - JoinedTokens.ShortestPart; at++)
        {
            var first = text[..at];
            var second = text[at..];
            // Of a short one, one half must be spelt so.
            if (text.Length < JoinedTokens.ShortestOfTwoEdits && vocabulary.Find(first, null) < 0 && vocabulary.Find(second, null) < 0)
                continue;
            // The longer first: where none is like it, nobody need look for the many that are like the shorter.
            count = 0;
            var isFirstLonger = first.Length >= second.Length;
            var ofLonger = TakeHalf(vocabulary, isFirstLonger ? first : second);
            var ends = count;
            var ofShorter = ends == 0 ? 0 : TakeHalf(vocabulary, isFirstLonger ? second : first);
            if (ends == 0 || ends == count)
                continue;
            var longer = ids.AsSpan(0, ends);
            var shorter = ids.AsSpan(ends, count - ends);
            Append(ofLonger <= ofShorter ? longer : shorter, ref rarer, ref rarerCount);
            Append(ofLonger <= ofShorter ? shorter : longer, ref commoner, ref commonerCount);
        }
        return new NearHalves(rarer.AsMemory(0, rarerCount), commoner.AsMemory(0, commonerCount));
    }

    /// <summary>Takes those that may be a half; returns how common they are together.</summary>
    private double TakeHalf(Vocabulary vocabulary, ReadOnlySpan<char> half)
    {
        var from = count;
        if (half.Length < JoinedTokens.ShortestMisspelt - 1)
        {
            foreach (var id in vocabulary.Keys.Of(NearKeys.OfWhole(half)))
            {
                if (vocabulary.Text(id).SequenceEqual(half))
                    Take(id, 1);
            }
        }
        else
        {
            Span<ulong> hashes = stackalloc ulong[NearKeys.MostKeys];
            var edits = half.Length >= TokenSimilarity.ShortestOfTwoEdits ? 2 : 1;
            Meet(vocabulary, hashes[..NearKeys.OfText(half, edits, hashes)], LetterSet.Of(half), half.Length, edits);
            foreach (var id in met.AsSpan(0, metCount))
            {
                if (JoinedTokens.IsPart(vocabulary.Text(id), half))
                    Take(id, 1);
            }
            Forget();
        }
        var weights = vocabulary.Weights.Span;
        var share = 0.0;
        foreach (var id in ids.AsSpan(from, count - from))
            share += Math.Pow(2, -weights[id].Equal);
        return share;
    }

    private static void Append(ReadOnlySpan<int> some, ref int[] all, ref int count)
    {
        if (count + some.Length > all.Length)
            Array.Resize(ref all, Math.Max(2 * all.Length, count + some.Length));
        some.CopyTo(all.AsSpan(count));
        count += some.Length;
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
        Forget();
        return new NearTokens(ids.AsMemory(0, count), similarities.AsMemory(0, count));
    }

    private void Forget()
    {
        work += new SearchWork(0, metCount, 0, 0, 0);
        foreach (var id in met.AsSpan(0, metCount))
            seen[id >> 6] = 0;
        metCount = 0;
    }

    /// <summary>Those that begin as one of some keys, and may be within so many edits by their letters and how many these are.</summary>
    private void Meet(Vocabulary vocabulary, ReadOnlySpan<ulong> hashes, LetterSet letters, int length, int edits)
    {
        var sets = vocabulary.Sets.Span;
        var texts = vocabulary.Starts.Span;
        var starts = vocabulary.BeginningStarts.Span;
        work += new SearchWork(hashes.Length, 0, 0, 0, 0);
        var distinct = Distinct(vocabulary.Beginnings.Of(hashes, ref candidates), starts.Length);
        foreach (var beginning in candidates.AsSpan(0, distinct))
        {
            for (var id = starts[beginning]; id < starts[beginning + 1]; id++)
            {
                if (Math.Abs(texts[id + 1] - texts[id] - length) <= edits && letters.MayBeWithin(sets[id].Text, edits))
                    Meet(id);
            }
        }
    }

    /// <summary>Keeps each candidate once: nearly all keys of two like beginnings are the same.</summary>
    private int Distinct(int found, int beginnings)
    {
        if (seenBeginnings.Length < (beginnings + 63) / 64)
            seenBeginnings = new ulong[(beginnings + 63) / 64];
        var distinct = 0;
        for (var i = 0; i < found; i++)
        {
            var one = candidates[distinct] = candidates[i];
            ref var word = ref seenBeginnings[one >> 6];
            distinct += (word & (1UL << (one & 63))) == 0 ? 1 : 0;
            word |= 1UL << (one & 63);
        }
        foreach (var one in candidates.AsSpan(0, distinct))
            seenBeginnings[one >> 6] = 0;
        return distinct;
    }

    private void MeetSounds(Vocabulary vocabulary, ReadOnlySpan<ulong> hashes, LetterSet sounds)
    {
        var sets = vocabulary.Sets.Span;
        work += new SearchWork(hashes.Length, 0, 0, 0, 0);
        var (found, likely) = (vocabulary.Keys.Of(hashes, ref candidates), 0);
        for (var i = 0; i < found; i++)
        {
            var id = candidates[likely] = candidates[i];
            likely += sounds.MayBeWithin(sets[id].Sounds, 1) ? 1 : 0;
        }
        foreach (var id in candidates.AsSpan(0, likely))
            Meet(id);
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
