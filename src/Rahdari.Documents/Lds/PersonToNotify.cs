using Rahdari.Dates;

namespace Rahdari.Documents.Lds;

/// <summary>A person of EF.DG16 (Doc 9303-10 §4.7.16).</summary>
/// <param name="Recorded">When it was recorded.</param>
/// <param name="Name">The name.</param>
/// <param name="Telephone">The telephone.</param>
/// <param name="Address">The address.</param>
public sealed record PersonToNotify(PartialDate? Recorded, string Name, string Telephone, string Address);
