using System.Globalization;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Ledger;

namespace Rahdari.Casework.Networks;

/// <summary>The network of the cases in the register. Of other circles' cases it tells number and circle alone. Thread-safe.</summary>
public sealed class NetworkRegister
{
    private const int MaximumParts = 20;

    private readonly CaseRegister cases;
    private readonly CaseworkWriter ledger;

    internal NetworkRegister(CaseRegister cases, CaseworkWriter ledger) => (this.cases, this.ledger) = (cases, ledger);

    /// <summary>What lies around a case. Roles: investigator, case supervisor; a case of their own circle. Audited. Reads every case.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="steps">How many links away, 1 to <see cref="CaseNetwork.MaximumSteps"/>.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Answer<NetworkView>> AroundAsync(Guid caseId, int steps, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Investigator, Roles.CaseSupervisor) is { } denied)
            return denied;
        var states = await cases.StatesAsync(cancellation);
        if (states.Find(state => state.Id == caseId) is not { } state)
            return CaseworkRule.CaseNotFound.Broken();
        if (CaseNetwork.Of(states, actor.Circle).Around(caseId, steps) is not { } view)
            return CaseRegister.IsElsewhere(actor, state.Circle) ?? CaseworkRule.CaseNotFound.Broken();
        await ledger.AuditAsync(actor, CaseworkAction.NetworkRead, "case", $"{caseId}", string.Create(CultureInfo.InvariantCulture, $"{state.Number}, {view.Steps} steps, {view.Nodes.Count} nodes"), cancellation);
        return view;
    }

    /// <summary>The largest parts of the network. Roles: investigator, case supervisor; of their circle's cases. Audited. Reads every case.</summary>
    public async Task<Answer<NetworkParts>> PartsAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Investigator, Roles.CaseSupervisor) is { } denied)
            return denied;
        var parts = CaseNetwork.Of(await cases.StatesAsync(cancellation), actor.Circle).Parts(MaximumParts);
        await ledger.AuditAsync(actor, CaseworkAction.NetworkRead, null, null, string.Create(CultureInfo.InvariantCulture, $"{parts.Parts.Count} parts"), cancellation);
        return parts;
    }
}
