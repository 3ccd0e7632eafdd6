namespace Rahdari.Border.ExitControl;

/// <summary>That a consent or a clearance was taken back.</summary>
/// <param name="At">UTC.</param>
/// <param name="By">The user name.</param>
/// <param name="Reason">Why.</param>
public sealed record PaperRevocation(DateTimeOffset At, string By, string Reason);

/// <summary>Where a consent or a clearance stands.</summary>
public enum ExitPaperState
{
    /// <summary>Its first day is to come.</summary>
    NotYetValid,

    /// <summary>It counts.</summary>
    Valid,

    /// <summary>Its last day is past.</summary>
    Expired,

    /// <summary>It was taken back.</summary>
    Revoked,
}

/// <summary>What lets somebody leave who could not without.</summary>
internal enum ExitPaperKind
{
    /// <summary>A <see cref="ConsentTerms"/>.</summary>
    Consent,

    /// <summary>A <see cref="ClearanceTerms"/>.</summary>
    Clearance,
}
