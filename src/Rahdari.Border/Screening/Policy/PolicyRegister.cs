using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Distribution;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Screening.Policy;

/// <summary>The versions of who is alerted for what: proposed, approved where they are wide by a second person, and signed. Thread-safe.</summary>
public sealed class PolicyRegister
{
    private const int MaximumTake = 200;
    private const int MostRules = 400;
    private const double LeastThreshold = 0.0001;
    private const double LargestWeight = 20;
    private const double LeastSearched = 1e-6;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly PolicyInForce inForce;

    internal PolicyRegister(BorderStorage storage, LedgerWriter ledger, PolicyInForce inForce) => (this.storage, this.ledger, this.inForce) = (storage, ledger, inForce);

    /// <summary>The policy in force; number 0 without rules where none ever was. Roles: watchlist manager, supervisor, auditor.</summary>
    public async Task<Answer<ScreeningPolicy>> InForceAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        return await PolicyInForce.RowAsync(db, cancellation) is { } row ? Of(row) : new ScreeningPolicy
        {
            Number = 0,
            BasedOn = 0,
            Rules = [],
            IsWide = false,
            Reason = "",
            State = PolicyState.Approved,
            ProposedAt = default,
            ProposedBy = "",
            DecidedAt = null,
            DecidedBy = null,
            DecidedReason = null,
        };
    }

    /// <summary>Every policy, newest first. Roles: watchlist manager, supervisor, auditor.</summary>
    public async Task<Answer<Page<ScreeningPolicy>>> ListAsync(int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var total = await db.Policies.CountAsync(cancellation);
        var rows = await db.Policies.AsNoTracking().OrderByDescending(p => p.Number).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        return new Page<ScreeningPolicy>([.. rows.Select(Of)], total, Math.Max(0, offset));
    }

    /// <summary>
    /// Proposes rules in the place of all those in force. Where nobody who alerts now could stop alerting they take effect at once,
    /// otherwise when a second person approves. Role: watchlist manager; with a reason; audited.
    /// </summary>
    public async Task<Answer<ScreeningPolicy>> ProposeAsync(IReadOnlyList<PolicyRule> rules, string reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.WatchlistManager) ?? ReasonText.Check(reason, required: true) ?? Problem(rules)) is { } problem)
            return problem;
        var proposed = await ledger.WriteAsync<Answer<ScreeningPolicy>>(
            async append =>
            {
                if (await Governed.ProblemAsync(append.Db, Topic.Policy, cancellation) is { } governed)
                    return governed;
                var before = await PolicyInForce.ReadAsync(append.Db, cancellation);
                var number = (await append.Db.Policies.MaxAsync(p => (int?)p.Number, cancellation) ?? 0) + 1;
                var coming = new ScreeningRules(number, rules);
                if (coming.All.SequenceEqual(before.All))
                    return BorderRule.PolicyUnchanged.Broken();
                var row = new PolicyRow
                {
                    Id = Guid.CreateVersion7(append.Now),
                    Number = number,
                    BasedOn = before.Number,
                    Rules = JsonSerializer.Serialize(coming.All, BorderJson.Default.IReadOnlyListPolicyRule),
                    IsWide = coming.IsWiderThan(before),
                    Reason = reason.Trim(),
                    ProposedAt = append.Now,
                    ProposedBy = actor.Name,
                    State = PolicyState.Proposed,
                };
                append.Policy(row);
                append.Audit(actor.Name, AuditAction.PolicyProposed, "policy", row.Id.ToString(), null, $"{number}: {row.Reason}");
                if (!row.IsWide)
                    Decide(append, row, PolicyState.Approved, null, actor);
                return Of(row);
            },
            cancellation);
        await inForce.RefreshAsync(CancellationToken.None);
        return proposed;
    }

    /// <summary>
    /// Approves a proposed policy, which then takes effect, or rejects it. Whoever proposed it may only reject it, and one proposed
    /// before another took effect can no longer be approved. Roles: watchlist manager, supervisor; to reject with a reason; audited.
    /// </summary>
    public async Task<Answer<ScreeningPolicy>> DecideAsync(int number, bool approve, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        if ((actor.Lacks(Roles.WatchlistManager, Roles.Supervisor) ?? ReasonText.Check(reason, required: !approve)) is { } problem)
            return problem;
        var decided = await ledger.WriteAsync<Answer<ScreeningPolicy>>(
            async append =>
            {
                if (await append.Db.Policies.SingleOrDefaultAsync(p => p.Number == number, cancellation) is not { } row)
                    return BorderRule.PolicyNotFound.Broken(null, ("policy", $"{number}"));
                var state = approve ? PolicyState.Approved : PolicyState.Rejected;
                if (row.State == state && row.DecidedBy == actor.Name)
                    return Of(row); // The same request, sent again.
                if (row.State != PolicyState.Proposed)
                    return BorderRule.PolicyDecided.Broken(null, ("by", row.DecidedBy ?? ""));
                if (approve && await Governed.ProblemAsync(append.Db, Topic.Policy, cancellation) is { } governed)
                    return governed;
                if (approve && row.ProposedBy == actor.Name)
                    return RecordRule.SecondPersonRequired.Broken();
                if (approve && (await PolicyInForce.ReadAsync(append.Db, cancellation)).Number is var now && now != row.BasedOn)
                    return BorderRule.PolicyOutdated.Broken(null, ("basedOn", $"{row.BasedOn}"), ("inForce", $"{now}"));
                Decide(append, row, state, ReasonText.Recorded(reason), actor);
                return Of(row);
            },
            cancellation);
        await inForce.RefreshAsync(CancellationToken.None);
        return decided;
    }

    /// <summary>The rule that some rules break, or null.</summary>
    internal static Finding? Problem(IReadOnlyList<PolicyRule> rules)
    {
        if (rules.Count > MostRules)
            return Invalid("rules", $"{rules.Count} > {MostRules}");
        foreach (var (place, rule) in rules.Index())
        {
            if (rule is null || rule.List is null)
                return Invalid($"rules[{place}]", "null"); // JSON may say so of an item, whatever the type says.
            if (!ListName.IsName(rule.List))
                return Invalid($"rules[{place}].list", rule.List);
            if (!Enum.IsDefined(rule.Purpose))
                return Invalid($"rules[{place}].purpose", $"{rule.Purpose}");
            if (rule.Threshold is not (>= LeastThreshold and <= 1))
                return Invalid($"rules[{place}].threshold", $"{rule.Threshold}");
            if (rule.Weight is not (>= -LargestWeight and <= LargestWeight))
                return Invalid($"rules[{place}].weight", $"{rule.Weight}");
            // What is searched so low is everybody who shares a part of a name.
            if (ScreeningRules.Unweighted(rule.Threshold, rule.Weight) < LeastSearched)
                return Invalid($"rules[{place}].weight", $"{rule.Weight}");
            // An order stops until two people lift it: who keeps the lists lets nobody past it.
            if (rule.List == OrderList.Name && rule.IsWiderThan(new PolicyRule(rule.List, rule.Purpose)))
                return Invalid($"rules[{place}].list", rule.List);
            if (rules.Take(place).Any(other => other.List == rule.List && other.Purpose == rule.Purpose))
                return Invalid($"rules[{place}]", $"{rule.List} {rule.Purpose}");
        }
        return null;
    }

    /// <summary>A decision as it is signed in the audit.</summary>
    internal static string Decision(PolicyRow row) => $"{row.State} {row.Number}" + (row.DecidedReason is null ? "" : $": {row.DecidedReason}");

    private static void Decide(LedgerAppend append, PolicyRow row, PolicyState state, string? reason, Actor actor)
    {
        (row.State, row.DecidedAt, row.DecidedBy, row.DecidedReason) = (state, append.Now, actor.Name, reason);
        append.Audit(actor.Name, AuditAction.PolicyDecided, "policy", row.Id.ToString(), null, Decision(row));
    }

    private static Finding Invalid(string field, string value) => BorderRule.PolicyInvalid.Broken(field, ("field", field), ("value", value));

    private static ScreeningPolicy Of(PolicyRow row) => new()
    {
        Number = row.Number,
        BasedOn = row.BasedOn,
        Rules = row.ReadRules(),
        IsWide = row.IsWide,
        Reason = row.Reason,
        State = row.State,
        ProposedAt = row.ProposedAt,
        ProposedBy = row.ProposedBy,
        DecidedAt = row.DecidedAt,
        DecidedBy = row.DecidedBy,
        DecidedReason = row.DecidedReason,
    };
}
