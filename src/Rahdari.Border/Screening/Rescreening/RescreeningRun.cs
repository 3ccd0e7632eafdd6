namespace Rahdari.Border.Screening.Rescreening;

/// <summary>One run over everybody in the country.</summary>
public sealed record RescreeningRun
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The user name; <c>nightly-rescreening</c> where the site did it by itself.</summary>
    public required string StartedBy { get; init; }

    /// <summary>The versions of lists that are screened, and the policy: <c>un@3</c>, <c>policy#2</c>.</summary>
    public required IReadOnlyList<string> Against { get; init; }

    /// <summary>Travellers who were in the country when it began.</summary>
    public required int Total { get; init; }

    /// <summary>Travellers screened so far. Whoever came in since is screened too, whoever left is not.</summary>
    public required int Done { get; init; }

    /// <summary>Hits found that a supervisor has to look at.</summary>
    public required int Alerts { get; init; }

    /// <summary>Travellers of those done who could not be screened, for what is stored of them could not be read; each is in the audit.</summary>
    public required int Failed { get; init; }

    /// <summary>When it was worked on last; once it has ended, when it ended. UTC.</summary>
    public required DateTimeOffset WorkedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required RescreeningState State { get; init; }
}

/// <summary>Where a run stands.</summary>
public enum RescreeningState
{
    /// <summary>Travellers are being screened.</summary>
    Running,

    /// <summary>Everybody was screened.</summary>
    Done,

    /// <summary>Somebody stopped it; it can be resumed.</summary>
    Cancelled,

    /// <summary>What worked on it ended or failed; a running site takes it up again, unless another was begun.</summary>
    Interrupted,
}
