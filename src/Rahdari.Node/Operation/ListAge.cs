using System.Diagnostics.Metrics;
using Rahdari.Border;
using Rahdari.Border.Watchlists;

namespace Rahdari.Node.Operation;

/// <summary>How old each list in force is: an operator is to hear of an import that stopped coming. Thread-safe.</summary>
internal sealed class ListAge
{
    private static readonly Actor Site = new("site", new HashSet<string> { Roles.WatchlistManager }, null);

    private readonly WatchlistRegister register;
    private readonly TimeProvider clock;
    private volatile IReadOnlyList<WatchlistVersion> inForce = [];

    public ListAge(WatchlistRegister register, TimeProvider clock, IMeterFactory meters)
    {
        (this.register, this.clock) = (register, clock);
        meters.Create(BorderTelemetry.Name).CreateObservableGauge("rahdari.watchlist.age", Measure, "s", "Seconds since the version in force was imported, by list.");
    }

    /// <summary>Looks up what is in force.</summary>
    public async Task RefreshAsync(CancellationToken cancellation) => inForce = (await register.InForceAsync(Site, cancellation)).Value ?? [];

    private IEnumerable<Measurement<double>> Measure()
    {
        var now = clock.GetUtcNow();
        return inForce.Select(v => new Measurement<double>((now - v.ImportedAt).TotalSeconds, new KeyValuePair<string, object?>("list", v.List)));
    }
}
