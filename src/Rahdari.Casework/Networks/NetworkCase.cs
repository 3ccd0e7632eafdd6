namespace Rahdari.Casework.Networks;

/// <summary>A case in which a node stands.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Circle">The circle that keeps it.</param>
/// <param name="IsElsewhere">True where the reader may not open it.</param>
public sealed record NetworkCase(Guid Id, string Number, string Circle, bool IsElsewhere);
