using Rahdari.Border.Encounters;

namespace Rahdari.Node.Console.Decisions;

/// <summary>The idempotency key of a decision taken in the console.</summary>
internal static class DecisionKey
{
    /// <summary>The same key however often a key is pressed or the line breaks: one encounter is decided once.</summary>
    public static string Of(Encounter encounter, Decision decision) => $"console-{decision.Kind}{(decision.Interview ? "-apart" : "")}-{encounter.Id:N}";
}
