using System.Diagnostics;

namespace Rahdari.Imaging.Tests;

public class BarcodeTests
{
    [Theory]
    [InlineData("QRCode")]
    [InlineData("DataMatrix")]
    [InlineData("PDF417")]
    [InlineData("Aztec")]
    public async Task Barcodes_of_documents_are_read_with_their_bytes(string format)
    {
        Assert.SkipUnless(Pictures.Tools.BarcodeReader is not null && File.Exists("/usr/bin/ZXingWriter"), "Debian's zxing-cpp-tools is not installed.");
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        try
        {
            using var writer = Process.Start(new ProcessStartInfo("/usr/bin/ZXingWriter", ["-size", "500x500", format, "SPECIMEN OF UTOPIA 0123456789", file]) { RedirectStandardOutput = true })!;
            await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
            var reading = await Pictures.ReadAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            var code = Assert.Single(reading.Barcodes);
            Assert.Equal(format, code.Format);
            Assert.Equal("SPECIMEN OF UTOPIA 0123456789"u8.ToArray(), code.Content.ToArray());
        }
        finally
        {
            File.Delete(file);
        }
    }
}
