namespace Rahdari.Links.Pki;

/// <summary>What counts at a node now.</summary>
/// <param name="Node">The node.</param>
/// <param name="LinkSerial">The serial number of its link certificate, hexadecimal.</param>
/// <param name="LinkUntil">By when it is to be renewed; UTC.</param>
/// <param name="RecordUntil">Until when the record certificate is good; UTC.</param>
/// <param name="RevocationNumber">The number of the revocation list that came.</param>
public sealed record InstalledFiles(string Node, string LinkSerial, DateTimeOffset LinkUntil, DateTimeOffset RecordUntil, string RevocationNumber);
