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

    /// <summary>Counts. Roles: analyst, case supervisor, auditor; whoever belongs to a circle counts its cases alone. Audited. Reads every case: about a second for 50,000.</summary>
    public async Task<Answer<Funnel>> CountAsync(FunnelFilter filter, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Analyst, Roles.CaseSupervisor, Roles.Auditor) is { } denied)
            return denied;
        filter = await BeginAsync(filter, null, actor, cancellation);
        return FunnelCount.Of(await cases.StatesAsync(cancellation), filter, await laws.InForceAsync(cancellation), Today);
    }

    /// <summary>Counts, told apart by a dimension. Roles and cost as of <see cref="CountAsync"/>. Audited.</summary>
    public async Task<Answer<FunnelBreakdown>> BreakDownAsync(FunnelFilter filter, FunnelDimension by, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Analyst, Roles.CaseSupervisor, Roles.Auditor) is { } denied)
            return denied;
        filter = await BeginAsync(filter, by, actor, cancellation);
        return FunnelBreakdown.Of(await cases.StatesAsync(cancellation), filter, by, await laws.InForceAsync(cancellation), Today);
    }

    /// <summary>What may leave of a breakdown: rounded by a secret of the site. Roles and cost as of <see cref="CountAsync"/>. Audited.</summary>
    public async Task<Answer<PublishedFunnel>> PublishAsync(FunnelFilter filter, FunnelDimension by, Actor actor, CancellationToken cancellation = default)
    {
        var breakdown = await BreakDownAsync(filter, by, actor, cancellation);
        return breakdown.Succeeded ? PublishedFunnel.Of(breakdown.Value, Today, RoundingKey()) : breakdown.Problem;
    }

    /// <summary>Of the site's signing key, which no table holds, and of no use to sign.</summary>
    private byte[] RoundingKey()
    {
        using var key = home.OpenKey();
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, key.ExportPkcs8PrivateKey(), 32, info: "rahdari funnel rounding"u8.ToArray());
    }

    private DateOnly Today => home.LocalDay(clock.GetUtcNow());

    private async Task<FunnelFilter> BeginAsync(FunnelFilter filter, FunnelDimension? by, Actor actor, CancellationToken cancellation)
    {
        if (actor.Circle is { } circle)
            filter = filter with { Circle = circle };
        await ledger.AuditAsync(actor, CaseworkAction.FunnelRead, null, null, $"{JsonSerializer.Serialize(filter, CaseworkJson.Options)}{(by is null ? "" : $" by {by}")}", cancellation);
        return filter;
    }
}
