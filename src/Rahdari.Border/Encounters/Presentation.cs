using Rahdari.Border.Conveyances;
using Rahdari.Border.Crossings;
using Rahdari.Border.ExitControl;

namespace Rahdari.Border.Encounters;

/// <summary>A traveller presents a document at a counter.</summary>
/// <param name="Mrz">The machine readable zone as scanned, pasted or typed.</param>
/// <param name="Direction">Which way the counter works.</param>
/// <param name="Counter">One of the site's counters.</param>
/// <param name="Accompanied">True where the officer sees that a minor travels with a responsible adult.</param>
public sealed record Presentation(string Mrz, Direction Direction, string Counter, bool Accompanied = false)
{
    /// <summary>What is said of the journey of who leaves; null where nobody asked.</summary>
    public Leaving? Leaving { get; init; }

    /// <summary>By what those come or go whom the counter works on; null where nobody told.</summary>
    public Conveyance? Conveyance { get; init; }
}
