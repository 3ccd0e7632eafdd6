using Rahdari.Border.Advice;
using Rahdari.Border.Crossings;
using Rahdari.Border.Permissions;
using Rahdari.Border.Screening;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Encounters;

/// <summary>What a decision must satisfy, and the crossing that it makes.</summary>
internal static class DecisionRules
{
    private const int LongestStayDays = 3660;

    /// <summary>How long an officer may rely on what was found at opening; the second line takes the time that it needs.</summary>
    private static readonly TimeSpan LongestOpen = TimeSpan.FromHours(4);

    /// <summary>The rule that the decision breaks, or null; a traveller whom the second line awaits in another encounter is a supervisor's.</summary>
    public static Finding? Check(Decision decision, Encounter encounter, bool awaited, Actor actor, DateTimeOffset now, DateOnly today)
    {
        if (encounter.State == EncounterState.Decided)
            return BorderRule.EncounterDecided.Broken(null, ("encounter", encounter.Id.ToString()));
        if (encounter.State == EncounterState.Superseded)
            return BorderRule.EncounterSuperseded.Broken(null, ("encounter", encounter.Id.ToString()));
        if (decision is { Interview: true, Kind: not DecisionKind.Refer })
            return BorderRule.InterviewNotReferred.Broken("interview");
        if (decision.Kind == DecisionKind.Refer)
            return encounter.State == EncounterState.Referred ? BorderRule.SupervisorRequired.Broken() : ReasonText.Check(decision.Reason, required: false);
        if (encounter.State == EncounterState.Open && now - encounter.OpenedAt > LongestOpen)
            return BorderRule.EncounterTooOld.Broken(null, ("hours", $"{LongestOpen.TotalHours:0}"));
        if (encounter.Hits.Any(h => h.State == HitState.Open))
            return BorderRule.HitsOpen.Broken(null, ("hits", $"{encounter.Hits.Count(h => h.State == HitState.Open)}"));
        var needsSupervisor = awaited || encounter.State == EncounterState.Referred || encounter.Hits.Any(h => h.State == HitState.Confirmed);
        if (needsSupervisor && !actor.Is(Roles.Supervisor))
            return BorderRule.SupervisorRequired.Broken();
        var entersBy = EntersBy(decision, encounter);
        if (decision.Permission is { } key && entersBy is not { IsUsable: true })
            return BorderRule.PermissionNotUsable.Broken("permission", ("permission", key));
        var againstAdvice = decision.Kind == DecisionKind.Pass && encounter.Advice.Level == AdviceLevel.Refer;
        if (ReasonText.Check(decision.Reason, required: againstAdvice || decision.Kind == DecisionKind.Refuse || decision.PermittedUntil > entersBy?.Until) is { } ofReason)
            return ofReason;
        if (decision.PermittedUntil is { } until)
        {
            var countsStay = decision.Kind == DecisionKind.Pass && (encounter.DefaultPermittedUntil is not null || entersBy?.Until is not null);
            // What the permission itself allows is never too long.
            var latest = entersBy?.Until > today.AddDays(LongestStayDays) ? entersBy.Until.Value : today.AddDays(LongestStayDays);
            if (!countsStay || until < today || until > latest)
                return BorderRule.PermittedUntilInvalid.Broken("permittedUntil", ("earliest", $"{today:yyyy-MM-dd}"), ("latest", $"{latest:yyyy-MM-dd}"));
        }
        return null;
    }

    /// <summary>The fact that a decision to pass or refuse makes.</summary>
    public static Crossing Crossing(Decision decision, Encounter encounter, string idempotencyKey, Actor actor, string node, DateTimeOffset now, DateOnly today)
    {
        var document = encounter.Document;
        var passed = decision.Kind == DecisionKind.Pass;
        var entersBy = EntersBy(decision, encounter);
        return new Crossing
        {
            Id = Guid.CreateVersion7(now),
            Node = node,
            Port = encounter.Port,
            Counter = encounter.Counter,
            Direction = encounter.Direction,
            Outcome = Outcome(decision.Kind, encounter.Direction),
            At = now,
            DecidedBy = actor.Name,
            EncounterId = encounter.Id,
            TravellerId = encounter.Traveller.Id,
            DocumentCode = document.DocumentCode,
            IssuingState = document.IssuingState,
            DocumentNumber = document.DocumentNumber,
            Nationality = document.Nationality,
            PrimaryIdentifier = document.PrimaryIdentifier,
            SecondaryIdentifier = document.SecondaryIdentifier,
            DateOfBirth = document.DateOfBirth,
            Sex = document.Sex,
            Advice = encounter.Advice.Level,
            AdviceReasons = string.Join(',', encounter.Advice.Reasons.Select(r => r.Code)),
            Reason = ReasonText.Recorded(decision.Reason),
            PermittedUntil = passed ? decision.PermittedUntil ?? (entersBy is null ? encounter.DefaultPermittedUntil : entersBy.Until) : null,
            Permission = entersBy?.Key,
            PermissionId = entersBy?.PermissionId,
            IdempotencyKey = idempotencyKey,
            ConveyanceKind = encounter.Conveyance?.Kind,
            Conveyance = encounter.Conveyance?.Number,
            ConveyanceDay = encounter.Conveyance is { } conveyance ? conveyance.Day ?? today : null,
        };
    }

    /// <summary>True where the decision is the one that led to the crossing, sent again.</summary>
    public static bool IsRepeated(Decision decision, Crossing recorded) =>
        decision.Kind != DecisionKind.Refer
        && Outcome(decision.Kind, recorded.Direction) == recorded.Outcome
        && ReasonText.Recorded(decision.Reason) == recorded.Reason
        && (decision.PermittedUntil is null || decision.PermittedUntil == recorded.PermittedUntil)
        && (decision.Permission is null || decision.Permission == recorded.Permission);

    /// <summary>By which option the traveller is let in; null where they leave, are refused, or have none.</summary>
    public static EntryOption? EntersBy(Decision decision, Encounter encounter) =>
        decision.Kind != DecisionKind.Pass ? null : decision.Permission is { } key ? encounter.Entry?.Find(key) : encounter.Entry?.Best;

    private static CrossingOutcome Outcome(DecisionKind kind, Direction direction) =>
        kind == DecisionKind.Refuse ? CrossingOutcome.Refused
        : direction == Direction.Entry ? CrossingOutcome.Admitted
        : CrossingOutcome.Departed;
}
