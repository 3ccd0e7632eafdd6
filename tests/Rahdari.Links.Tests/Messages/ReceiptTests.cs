using System.Security.Cryptography;
using CsCheck;
using Rahdari.Links.Messages;
using Rahdari.Links.Pki;
using Rahdari.Links.Tests.Pki;

namespace Rahdari.Links.Tests.Messages;

public sealed class ReceiptTests
{
    [Fact]
    public async Task Only_headquarters_own_word_counts()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        using var port = PkiSites.Value(NodeCredentials.Open(sites.Port.Folder, sites.Clock));
        using var key = sites.Port.Folder.OpenKey();
        var receipt = SignedReceipt.Sign("khi-1", "khi-1", 7, new byte[32], false, sites.Clock.GetUtcNow(), key, port.Record);
        var read = SignedReceipt.Read(receipt.Write())!;
        using var known = port.RecordKeyOf(read.Certificate, "khi-1");
        Assert.True(read.IsSigned(known!));
        // A certificate of the very authority, but of another node, is nobody's word for headquarters.
        Assert.Null(port.RecordKeyOf(read.Certificate, "headquarters"));
        Assert.False((read with { Sequence = 8 }).IsSigned(known!));
        Assert.False((read with { Node = "lhe-1" }).IsSigned(known!));
        Assert.False((read with { IsGap = true }).IsSigned(known!));
        Assert.False((read with { Hash = RandomNumberGenerator.GetBytes(32) }).IsSigned(known!));
        // A link certificate is for links.
        Assert.Null(port.RecordKeyOf(port.Link.RawData, "khi-1"));
        sites.Clock.Advance(TimeSpan.FromDays(4 * 366));
        Assert.Null(port.RecordKeyOf(read.Certificate, "khi-1"));
    }

    [Fact]
    public void A_report_of_a_port_that_never_recorded_is_read()
    {
        var report = new PortReport(1, "khi-1", "1.0", "RECORDS-1", 5, 3, PkiSites.Start, 1000, new Dictionary<string, int> { ["un"] = 2 });
        var read = PortReports.Read(PortReports.Write(report))!;
        Assert.Equal(report with { Lists = read.Lists }, read);
        Assert.Equal(report.Lists, read.Lists);
    }

    [Fact]
    public void Any_bytes_are_answered()
    {
        var report = PortReports.Write(new PortReport(1, "khi-1", "1.0", "RECORDS-1", 5, 3, PkiSites.Start, 1000, new Dictionary<string, int> { ["un"] = 2 }, PkiSites.Start));
        Gen.OneOf(Gen.Byte.Array[0, 300], Mutations.Of(report)).Sample(bytes =>
        {
            _ = PortReports.Read(bytes);
            _ = SignedReceipt.Read(bytes);
        });
    }
}
