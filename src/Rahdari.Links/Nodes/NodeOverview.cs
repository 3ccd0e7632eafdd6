using Rahdari.Border.Audit;
using Rahdari.Border.Distribution;
using Rahdari.Border.Received;
using Rahdari.Border.Sites;
using Rahdari.Documents.Findings;
using Rahdari.Links.Brokers;
using Rahdari.Links.Lines;
using Rahdari.Links.Pki;

namespace Rahdari.Links.Nodes;

/// <summary>How the country's nodes stand, for headquarters; how its own link stands, for a port. Thread-safe.</summary>
public sealed class NodeOverview
{
    private readonly SiteSettings site;
    private readonly LinkSettings? links;
    private readonly NodeTrust? trust;
    private readonly NodeBoard? board;
    private readonly LinkState? link;
    private readonly BrokerLog? log;
    private readonly RecordIntake intake;
    private readonly Quarantine quarantine;
    private readonly NodeStanding standing;
    private readonly PublishedSeries series;
    private readonly AuditLog audit;
    private readonly TimeProvider clock;

    internal NodeOverview(
        SiteSettings site, LinkSettings? links, NodeTrust? trust, NodeBoard? board, LinkState? link, BrokerLog? log, RecordIntake intake, Quarantine quarantine, NodeStanding standing, PublishedSeries series, AuditLog audit,
        TimeProvider clock) =>
        (this.site, this.links, this.trust, this.board, this.link, this.log, this.intake, this.quarantine, this.standing, this.series, this.audit, this.clock) =
            (site, links, trust, board, link, log, intake, quarantine, standing, series, audit, clock);

    /// <summary>Which end of the links the site is.</summary>
    public LinkPlace Place => links is null ? LinkPlace.Alone : links.End == LinkEnd.Port ? LinkPlace.Port : LinkPlace.Headquarters;

    /// <summary>
    /// Every certified node, the worst first; at a port its own link, at a site without links nothing. Audited. Roles: administrator, auditor, supervisor; at headquarters a supervisor of one port may not.
    /// </summary>
    public async Task<Answer<NodesView>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (Denied(actor) is { } denied)
            return denied;
        await audit.RecordAsync(actor.Name, AuditAction.NodesRead, cancellation: cancellation);
        return await ReadAsync(actor, cancellation);
    }

    /// <summary>The same for a page that stays open and looks again every few seconds: not audited anew, for of a page that is open all day the audit would be full. Roles: as for <see cref="ListAsync"/>.</summary>
    public async Task<Answer<NodesView>> LookAgainAsync(Actor actor, CancellationToken cancellation = default) =>
        Denied(actor) is { } denied ? denied : await ReadAsync(actor, cancellation);

    /// <summary>The site's own link; from memory, at once. Roles: officer, supervisor, administrator, auditor.</summary>
    public Answer<OwnLink> Own(Actor actor) =>
        actor.Lacks(Roles.Officer, Roles.Supervisor, Roles.Administrator, Roles.Auditor) is { } denied ? denied : new OwnLink(Place, PortLink());

    private Finding? Denied(Actor actor)
    {
        if (actor.Lacks(Roles.Administrator, Roles.Auditor, Roles.Supervisor) is { } denied)
            return denied;
        return Place == LinkPlace.Headquarters && actor.Port is not null && actor.Lacks(Roles.Administrator, Roles.Auditor) is { } ofPort ? ofPort : null;
    }

    private async Task<Answer<NodesView>> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (Place != LinkPlace.Headquarters || trust is null || board is null)
            return new NodesView(Place, now, [], PortLink(), []);
        var refused = await quarantine.StandingAsync(actor, cancellation);
        if (!refused.Succeeded)
            return refused.Problem;
        var lists = (await standing.ReadAsync(cancellation)).Lists;
        var nodes = new List<NodeView>();
        foreach (var node in trust.Nodes.Where(node => node.Name != site.Node))
        {
            var view = View(node, board.Find(node.Name), (await intake.ReceiptAsync(node.Name, cancellation)).Sequence, refused.Value.FirstOrDefault(of => of.Sender == node.Name), lists, now);
            nodes.Add(view with { Alerts = NodeAlerts.Of(view, now, board.Since) });
        }
        return new NodesView(Place, now, NodeAlerts.WorstFirst(nodes), null, log?.Knocks(now - NodeAlerts.Recently, TimeZoneInfo.Local) ?? [])
        {
            IsHeldBack = await series.IsHeldBackAsync(cancellation),
        };
    }

    private static NodeView View(CertifiedNode node, NodeReport? heard, long received, QuarantineStanding? refused, IReadOnlyDictionary<string, int> lists, DateTimeOffset now)
    {
        // What was taken in since its report counts.
        long? lag = heard is null ? null : Math.Max(0, heard.Report.Head - received);
        return new NodeView
        {
            Node = node.Name,
            Port = node.Port,
            State = NodeAlerts.State(node.IsRevoked, heard?.At, now),
            ReportedAt = heard?.At,
            Lag = lag,
            LackingSince = lag > 0 && received == heard?.Received ? heard.LackingSince : null,
            Received = received,
            ClockAheadSeconds = heard is null ? null : Math.Round(heard.Skew.TotalSeconds, 1),
            DiskFree = heard?.Report.DiskFree,
            Version = heard?.Report.Version,
            LastCrossing = heard?.Report.LastCrossing,
            Lists = heard is null ? [] : ScreenedList.Beside(heard.Report.Lists, lists),
            CertificateUntil = node.LinkUntil,
            RevokedAt = node.RevokedAt,
            Refused = refused?.Messages ?? 0,
            RefusedAt = refused?.LastAt,
        };
    }

    private PortLinkView? PortLink()
    {
        if (Place != LinkPlace.Port || link is null)
            return null;
        var now = link.Now(clock.GetUtcNow());
        return new PortLinkView(now.IsUp, now.AnsweredAt, now.Skew is { } skew ? Math.Round(skew.TotalSeconds, 1) : null, now.Confirmed, now.Queued, now.Problem);
    }
}
