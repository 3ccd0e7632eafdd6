using System.Globalization;
using System.Text.Json;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;
using Rahdari.Matching;

namespace Rahdari.Border.Screening;

/// <summary>The result of screening one traveller.</summary>
/// <param name="Hits">Who alerts.</param>
/// <param name="Versions">The versions that were searched.</param>
/// <param name="Against">Of them those that the policy lets alert, and the policy.</param>
/// <param name="Reported">The reports that may be of the document.</param>
internal sealed record Screened(IReadOnlyList<Hit> Hits, IReadOnlyList<string> Versions, IReadOnlyList<string> Against, IReadOnlyList<ReportedDocument> Reported)
{
    /// <summary>True where there was somebody to be compared with: a list of documents alone screens nobody.</summary>
    public required bool HasPersons { get; init; }

    /// <summary>The orders behind those hits that bar leaving, by key; empty until they are looked up.</summary>
    public IReadOnlyDictionary<string, ListedOrder> Orders { get; init; } = new Dictionary<string, ListedOrder>();

    /// <summary>The hits as they are stored: for a supervisor to resolve, or suppressed; without those for which a hit of the encounter answers already.</summary>
    public IReadOnlyList<HitRow> Rows(EncounterRow encounter, IReadOnlyList<ScreeningHit> known, VettedBefore vetted, DateTimeOffset now, Guid? runId = null) =>
    [
        .. Hits.Select(hit => Row(hit, encounter, vetted, now, runId))
            .Where(row => known.Where(k => k.List == row.List && k.Reference == row.Reference).MaxBy(k => k.Id) is not { } latest || !vetted.StillAnswers(latest)),
    ];

    /// <summary>Adds to an encounter the hits for which none that is known of it answers already, told apart or suppressed by what the traveller was vetted for; returns them.</summary>
    /// <param name="append">The unit of work.</param>
    /// <param name="encounter">The encounter.</param>
    /// <param name="document">Its document.</param>
    /// <param name="known">Its hits.</param>
    /// <param name="today">At the port.</param>
    /// <param name="actor">Who had it screened.</param>
    /// <param name="cancellation">Stops before anything is added.</param>
    /// <param name="runId">The run over everybody in the country, where it is of one.</param>
    public async Task<IReadOnlyList<HitRow>> AddAsync(
        LedgerAppend append, EncounterRow encounter, MrzFields document, IReadOnlyList<ScreeningHit> known, DateOnly today, string actor, CancellationToken cancellation, Guid? runId = null)
    {
        var standing = (await OrdersFound.OfAsync(append.Db, this, runId is null ? encounter.Direction : null, today, cancellation)).Screened;
        var vetted = await VettedBefore.OfAsync(append.Db, encounter.TravellerId, document, standing, today, cancellation);
        var found = standing.Rows(encounter, known, vetted, append.Now, runId);
        append.Hits(found, actor);
        return found;
    }

    /// <summary>Those hits and, of other entries, those that were found when less was known: to learn more of a traveller, and to present them again, lets nobody go.</summary>
    public Screened Or(Screened before) => this with { Hits = [.. Hits, .. before.Hits.ExceptBy(Hits.Select(hit => hit.Person.Key), hit => hit.Person.Key)] };

    /// <summary>True where a supervisor has to look at a hit.</summary>
    public bool Alerts(VettedBefore vetted) => Hits.Any(hit => WatchlistEntry.Origin(hit.Person.Key) is var (list, reference) && vetted.Find(list, reference) is not { Changes.Count: 0 });

    /// <summary>The version of a list that was searched.</summary>
    public int VersionOf(string list) =>
        int.Parse(Versions.First(v => v.StartsWith(list + "@", StringComparison.Ordinal))[(list.Length + 1)..], CultureInfo.InvariantCulture);

    private HitRow Row(Hit hit, EncounterRow encounter, VettedBefore vetted, DateTimeOffset now, Guid? runId)
    {
        var (list, reference) = WatchlistEntry.Origin(hit.Person.Key);
        var before = vetted.Find(list, reference);
        var isSuppressed = before is { Changes.Count: 0 };
        return new HitRow
        {
            Id = Guid.CreateVersion7(now),
            EncounterId = encounter.Id,
            Port = encounter.Port,
            RunId = runId,
            FoundAt = now,
            List = list,
            ListVersion = VersionOf(list),
            Reference = reference,
            PrimaryName = hit.Person.Names[0].Text,
            Match = JsonSerializer.Serialize(hit, BorderJson.Default.Hit),
            State = isSuppressed ? HitState.Suppressed : HitState.Open,
            VettedId = isSuppressed ? before!.Decision : null,
            Order = Orders.TryGetValue(hit.Person.Key, out var order) ? JsonSerializer.Serialize(order, BorderJson.Default.ListedOrder) : null,
            Before = before is null ? null : JsonSerializer.Serialize(before, BorderJson.Default.DismissedBefore),
        };
    }
}
