using Rahdari.Documents.Findings;

namespace Rahdari.Links.Nodes;

/// <summary>What headquarters' people should look after at a node. In the order in which they are told, the worst first.</summary>
public enum NodeAlert
{
    /// <summary>It was revoked, and something still came over its link within the last day.</summary>
    RevokedKnocking,

    /// <summary>Something that came over its link within the last day was refused.</summary>
    Refused,

    /// <summary>It has not reported for more than a minute.</summary>
    Silent,

    /// <summary>Headquarters lacks more than 5,000 of its records, or the oldest that it lacks has been lacking for more than ten minutes.</summary>
    Behind,

    /// <summary>Its disk has less than 5 GB (5,000,000,000 bytes) left.</summary>
    DiskLow,

    /// <summary>It screens with a list that is older than headquarters', or lacks one.</summary>
    ListOlder,

    /// <summary>It screens with a list that is newer than headquarters', which was restored from a backup and begins anew.</summary>
    ListNewer,

    /// <summary>Its clock differs from headquarters' by more than 30 seconds.</summary>
    ClockOff,

    /// <summary>The certificate of its link ends within 30 days, or has ended.</summary>
    CertificateEnding,
}

/// <summary>How much an alert weighs.</summary>
public static class NodeAlertWeight
{
    /// <summary>Serious where records, people or trust are at stake by now; a warning where there is time.</summary>
    public static Severity Weight(this NodeAlert alert) => alert is NodeAlert.ClockOff or NodeAlert.CertificateEnding or NodeAlert.ListOlder or NodeAlert.ListNewer ? Severity.Warning : Severity.Serious;
}
