using System.Security.Cryptography;

namespace Rahdari.Links.Lines;

/// <summary>How far a port's records are sent, and how far headquarters has them by its receipts. Of one line; the ledger is the truth.</summary>
/// <param name="confirmed">The last record that headquarters has, as far as was known when the line was opened.</param>
internal sealed class SentRecords(long confirmed)
{
    private readonly Queue<(long Last, ulong Place)> under = [];
    private bool wasLess;

    /// <summary>The last record that headquarters has.</summary>
    public long Confirmed { get; private set; } = confirmed;

    /// <summary>The last that is under way to it.</summary>
    public long Last { get; private set; } = confirmed;

    /// <summary>A part of the name under which messages are sent. A broker drops what it had within two minutes under the same, so what is sent again has another.</summary>
    public string Attempt { get; private set; } = Another();

    /// <summary>True where a receipt says something new that is to be believed.</summary>
    /// <remarks>Headquarters that was restored from a backup says less than before, again and again, and is sent what it lost. A receipt that a later one overtook on the way says less once.</remarks>
    public bool IsNews(long sequence)
    {
        var isLess = sequence < Confirmed;
        var isNews = sequence > Confirmed || (isLess && wasLess);
        wasLess = isLess && !isNews;
        return isNews;
    }

    /// <summary>Goes by a receipt.</summary>
    public void Confirm(long sequence)
    {
        var isLess = sequence < Confirmed;
        (Confirmed, Last) = (sequence, isLess ? sequence : Math.Max(Last, sequence));
        if (isLess)
            Attempt = Another();
    }

    /// <summary>Notes what was sent.</summary>
    /// <param name="last">The last record of it.</param>
    /// <param name="place">Its place in the broker's stream.</param>
    public void Add(long last, ulong place)
    {
        Last = last;
        under.Enqueue((last, place));
    }

    /// <summary>What is under way is lost, and is sent again.</summary>
    public void Again()
    {
        if (Last > Confirmed)
            (Last, Attempt) = (Confirmed, Another());
    }

    /// <summary>The last place in the stream that receipts cover and that was not told before; 0 where there is none.</summary>
    public ulong Covered()
    {
        var covered = 0UL;
        while (under.TryPeek(out var oldest) && oldest.Last <= Confirmed)
            covered = Math.Max(covered, under.Dequeue().Place);
        return covered;
    }

    private static string Another() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
}
