using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Imaging.Barcodes;
using Rahdari.Imaging.Headers;
using Rahdari.Imaging.Portraits;

namespace Rahdari.Imaging;

/// <summary>What was read of a picture. It holds a person's face: keep it no longer than needed.</summary>
/// <param name="Header">Kind and size, or null where the file is no picture.</param>
/// <param name="Zone">The machine readable zone, or null where none was found.</param>
/// <param name="Portrait">The portrait, or null where no zone tells where it is.</param>
/// <param name="Barcodes">The barcodes, in the order found.</param>
/// <param name="Findings">Everything wrong with the picture or uncertain in the zone, beside the zone's own findings.</param>
public sealed record ImageReading(ImageHeader? Header, MrzReading? Zone, Portrait? Portrait, IReadOnlyList<Barcode> Barcodes, IReadOnlyList<Finding> Findings);
