using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Rahdari.Border;

/// <summary>What an operator sees of the counters' work: amounts and durations by name <c>Rahdari</c>, nothing of any person.</summary>
public static class BorderTelemetry
{
    /// <summary>The name of the meter and of the source of activities.</summary>
    public const string Name = "Rahdari";

    private static readonly Meter Meter = new(Name);

    internal static readonly ActivitySource Activities = new(Name);

    internal static readonly Counter<long> Encounters = Meter.CreateCounter<long>("rahdari.encounters", "{encounter}", "Encounters opened, by direction and advice.");

    internal static readonly Counter<long> Decisions = Meter.CreateCounter<long>("rahdari.decisions", "{decision}", "Decisions recorded, by outcome: admitted, departed, refused, referred.");

    internal static readonly Counter<long> Hits = Meter.CreateCounter<long>("rahdari.hits", "{hit}", "Hits found at counters, by list.");

    internal static readonly UpDownCounter<long> LedgerWaiting = Meter.CreateUpDownCounter<long>("rahdari.ledger.waiting", "{unit}", "Units of work that wait for the ledger or are being written.");
}
