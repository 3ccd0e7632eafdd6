namespace Rahdari.Casework.Cases;

/// <summary>One offence with which one accused is charged: the unit in which verdicts are counted.</summary>
/// <param name="AccusedId">Who.</param>
/// <param name="Law">The law.</param>
/// <param name="Section">The section.</param>
public sealed record Charge(Guid AccusedId, string Law, string Section);
