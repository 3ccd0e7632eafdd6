using System.Security.Cryptography;
using System.Text.Json;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Laws;
using Rahdari.Casework.Ledger;

namespace Rahdari.Casework.Funnels;

/// <summary>The funnel of the cases in the register. It names nobody. Thread-safe.</summary>
public sealed class FunnelReport
{
    private readonly CaseworkHome home;
    private readonly CaseRegister cases;
    private readonly LawRegister laws;
    private readonly CaseworkWriter ledger;
    private readonly TimeProvider clock;

    internal FunnelReport(CaseworkHome home, CaseRegister cases, LawRegister laws, CaseworkWriter ledger, TimeProvider clock) =>
        (this.home, this.cases, this.laws, this.ledger, this.clock) = (home, cases, laws, ledger, clock);

    /// <summary>Counts, and where a dimension is named tells apart by it. Roles: analyst, case supervisor, auditor; whoever belongs to a circle counts its cases alone. Audited. Reads every case.</summary>
    /// <param name="filter">Which cases.</param>
    /// <param name="by">The dimension, or null.</param>
    /// <param name="actor">Who counts.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Answer<FunnelReading>> ReadAsync(FunnelFilter filter, FunnelDimension? by, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Analyst, Roles.CaseSupervisor, Roles.Auditor) is { } denied)
            return denied;
        if (actor.Circle is { } circle)
            filter = filter with { Circle = circle };
        await ledger.AuditAsync(actor, CaseworkAction.FunnelRead, null, null, $"{JsonSerializer.Serialize(filter, CaseworkJson.Options)}{(by is null ? "" : $" by {by}")}", cancellation);
        var (states, book, today) = (await cases.StatesAsync(cancellation), await laws.InForceAsync(cancellation), home.LocalDay(clock.GetUtcNow()));
        var funnel = FunnelCount.Of(states, filter, book, today);
        if (by is not { } dimension)
            return new FunnelReading(funnel, null, null);
        var breakdown = FunnelBreakdown.Of(states, filter, dimension, book, today);
        return new FunnelReading(funnel, breakdown, PublishedFunnel.Of(breakdown, today, RoundingKey()));
    }

    /// <summary>One row of those cases that a filter lets through, for what tells itself who may read it, and rounds it.</summary>
    internal async Task<FunnelRow> RowAsync(FunnelFilter filter, CancellationToken cancellation)
    {
        var (states, book, today) = (await cases.StatesAsync(cancellation), await laws.InForceAsync(cancellation), home.LocalDay(clock.GetUtcNow()));
        var chosen = states.Where(filter.Takes).ToList();
        var registered = chosen.Where(c => c.RegisteredOn is not null).ToList();
        return new FunnelRow("all", FunnelCount.Of(states, filter, book, today))
        {
            Cases = [.. chosen.Select(c => c.Id).Order()],
            Paid = registered.Count(c => c.Orders.Any(order => order.Paid > 0)),
            Left = registered.SelectMany(c => c.Stages.SkipLast(1).Select(stage => stage.Stage).Distinct()).CountBy(stage => stage).ToDictionary(),
        };
    }

    /// <summary>Of the site's signing key, which no table holds, and of no use to sign.</summary>
    internal byte[] RoundingKey()
    {
        using var key = home.OpenKey();
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, key.ExportPkcs8PrivateKey(), 32, info: "rahdari funnel rounding"u8.ToArray());
    }
}

/// <summary>What was counted at once.</summary>
/// <param name="Funnel">The funnel.</param>
/// <param name="Breakdown">Told apart by a dimension; null where none was named.</param>
/// <param name="Published">The breakdown as it may leave the authority; null where no dimension was named.</param>
public sealed record FunnelReading(Funnel Funnel, FunnelBreakdown? Breakdown, PublishedFunnel? Published);
