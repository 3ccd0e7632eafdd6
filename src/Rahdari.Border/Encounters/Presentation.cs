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
}
