namespace Rahdari.Imaging.Barcodes;

/// <summary>A barcode's content.</summary>
/// <param name="Format">The kind as the reader names it: <c>QRCode</c>, <c>DataMatrix</c>, <c>PDF417</c>, <c>Aztec</c>.</param>
/// <param name="Content">The bytes that it carries.</param>
public sealed record Barcode(string Format, ReadOnlyMemory<byte> Content);
