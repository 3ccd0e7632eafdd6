namespace Rahdari.Border.Travellers.National;

/// <summary>Whom a port asks for a person's crossings at other ports. Thread-safe.</summary>
public interface INationalHistory
{
    /// <summary>True where the site is a port with a line to headquarters, whether or not it is up now.</summary>
    bool IsLinked { get; }

    /// <summary>True where headquarters answered of late, so that it is worth asking.</summary>
    bool IsUp { get; }

    /// <summary>Asks, and waits no longer than a short deadline; null where headquarters did not answer, or not in words that are its own.</summary>
    Task<KnownHistory?> AskAsync(HistoryQuestion question, CancellationToken cancellation = default);
}

/// <summary>A site that asks nobody: it stands alone, or it is headquarters.</summary>
internal sealed class NoNationalHistory : INationalHistory
{
    public bool IsLinked => false;

    public bool IsUp => false;

    public Task<KnownHistory?> AskAsync(HistoryQuestion question, CancellationToken cancellation) => Task.FromResult<KnownHistory?>(null);
}
