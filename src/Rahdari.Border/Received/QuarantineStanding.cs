namespace Rahdari.Border.Received;

/// <summary>What of one sender was refused.</summary>
/// <param name="Sender">The node whose link it came over.</param>
/// <param name="Messages">Different messages that are kept.</param>
/// <param name="LastAt">When the last came; UTC.</param>
public sealed record QuarantineStanding(string Sender, int Messages, DateTimeOffset LastAt);
