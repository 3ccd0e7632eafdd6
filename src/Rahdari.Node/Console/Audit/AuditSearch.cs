using Rahdari.Border.Audit;
using Rahdari.Node.Console.Shared;

namespace Rahdari.Node.Console.Audit;

/// <summary>What a user asks of the audit, as typed.</summary>
public sealed class AuditSearch
{
    /// <summary>Every action that is audited.</summary>
    internal static IReadOnlyList<string> Actions { get; } =
    [
        AuditAction.EncounterOpened, AuditAction.EncounterRead, AuditAction.ChipPresented, AuditAction.ChipPortraitRead, AuditAction.PicturePresented, AuditAction.VisaPresented, AuditAction.PagePresented, AuditAction.PicturePortraitRead, AuditAction.AdvanceReceived, AuditAction.AdvanceRead, AuditAction.EncounterDecided, AuditAction.EncounterReferred, AuditAction.HitResolved,
        AuditAction.HitSuppressed, AuditAction.VettedRead, AuditAction.VettedWithdrawn, AuditAction.PolicyProposed, AuditAction.PolicyDecided, AuditAction.PolicyPreviewed, AuditAction.RescreeningStarted, AuditAction.RescreeningFailed, AuditAction.RescreeningEnded, AuditAction.CalibrationRead,
        AuditAction.HitsRead, AuditAction.TravellerRead, AuditAction.TravellerAsked, AuditAction.LinksRead, AuditAction.LinkChanged, AuditAction.CrossingsRead, AuditAction.CrossingRead, AuditAction.CrossingCorrected, AuditAction.CrossingsExported, AuditAction.CrossingsImported, AuditAction.StaysRead,
        AuditAction.ExitOrderEntered, AuditAction.ExitOrderLiftingAsked, AuditAction.ExitOrderLifted, AuditAction.ExitOrdersRead, AuditAction.ExitPaperEntered, AuditAction.ExitPaperRevoked, AuditAction.ExitPapersRead, AuditAction.HelpContactsImported,
        AuditAction.PermissionIssued, AuditAction.PermissionRevoked, AuditAction.PermissionsRead, AuditAction.ExtensionGranted, AuditAction.ExtensionRevoked, AuditAction.ExtensionsRead, AuditAction.EntryRulesPublished, AuditAction.StaysRead,
        AuditAction.IndicatorsPublished, AuditAction.JourneyTold, AuditAction.InterviewAsked, AuditAction.IndicationsScanned, AuditAction.IndicationsRead,
        AuditAction.RetentionPublished, AuditAction.RetentionPlanned, AuditAction.PurgeStarted, AuditAction.PurgeEnded, AuditAction.HoldPlaced, AuditAction.HoldLiftingAsked, AuditAction.HoldLifted, AuditAction.HoldsRead,
        AuditAction.NameScreened, AuditAction.EntryCompared, AuditAction.WatchlistImported, AuditAction.WatchlistHeld, AuditAction.WatchlistDropped, AuditAction.TopicSent, AuditAction.TopicApplied, AuditAction.TopicRefused, AuditAction.TopicsBegunAnew, AuditAction.TrustImported, AuditAction.WatchlistEntryRead, AuditAction.AuditRead, AuditAction.SignedIn,
        AuditAction.SignInFailed, AuditAction.SignedOut, AuditAction.UserChanged, AuditAction.LedgerVerified, AuditAction.BackupMade,
        AuditAction.AuthorityMade, AuditAction.NodeInvited, AuditAction.NodeCertified, AuditAction.EnrolmentRefused, AuditAction.NodeRevoked, AuditAction.CertificatesRequested, AuditAction.CertificatesInstalled,
        AuditAction.RecordRefused, AuditAction.QuarantineRead, AuditAction.NodesRead,
    ];

    /// <summary>The first day, at the port.</summary>
    public string? FirstDay { get; set; }

    /// <summary>The last day, at the port.</summary>
    public string? LastDay { get; set; }

    /// <summary>The user name.</summary>
    public string? Actor { get; set; }

    /// <summary>What was done.</summary>
    public string? Action { get; set; }

    /// <summary>The key of the thing concerned.</summary>
    public string? Subject { get; set; }

    /// <summary>How many records come before the page.</summary>
    public int Offset { get; set; }

    /// <summary>The filter that it means, or the day that is none.</summary>
    internal AuditFilter? ToFilter(PortTime times, out string? wrongDay)
    {
        wrongDay = new[] { FirstDay, LastDay }.FirstOrDefault(day => !string.IsNullOrWhiteSpace(day) && Days.Read(day) is null);
        if (wrongDay is not null)
            return null;
        return new AuditFilter
        {
            From = Days.Read(FirstDay) is { } first ? times.Begins(first) : null,
            To = Days.Read(LastDay) is { } last && last < DateOnly.MaxValue ? times.Begins(last.AddDays(1)) : null,
            Actor = Actor,
            Action = Action,
            SubjectId = Subject,
        };
    }
}
