namespace Rahdari.Border.Encounters;

/// <summary>The officer's own decision.</summary>
/// <param name="Kind">What is decided.</param>
/// <param name="Reason">Required to pass against advice to refer, and to refuse.</param>
/// <param name="PermittedUntil">For an alien's entry: the last day of stay; null takes what the permission allows, or the site's default. Beyond what it allows only with a reason.</param>
/// <param name="Permission">For an alien's entry: the key of the option by which they enter; null takes the best.</param>
/// <param name="Interview">With <see cref="DecisionKind.Refer"/> alone: true where the second line is to speak with the traveller apart from whoever travels along.</param>
public sealed record Decision(DecisionKind Kind, string? Reason = null, DateOnly? PermittedUntil = null, string? Permission = null, bool Interview = false);

/// <summary>What may be decided.</summary>
public enum DecisionKind
{
    /// <summary>Let through: admitted on entry, departed on exit.</summary>
    Pass,

    /// <summary>Not let through.</summary>
    Refuse,

    /// <summary>Sent to the second line; the encounter stays open there.</summary>
    Refer,
}
