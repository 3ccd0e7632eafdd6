namespace Rahdari.Documents.Chips.Readers;

/// <summary>The readers at this machine.</summary>
/// <param name="Names">As the service calls them.</param>
/// <param name="Fault">Why there are none.</param>
/// <param name="Code">The service's own code of the fault; nought for none.</param>
public sealed record CardReaderList(IReadOnlyList<string> Names, CardReaderFault Fault, uint Code = 0);
