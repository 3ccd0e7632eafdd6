using System.Globalization;
using System.Text;
using CsCheck;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.AdvanceInformation.Paxlst;
using Rahdari.Documents.AdvanceInformation.Pnrgov;
using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Tests.AdvanceInformation;

/// <summary>Any bytes are answered: 100,000 inputs, times <c>RAHDARI_FUZZ</c>; the same in every run.</summary>
public class AdvanceFuzzTests
{
    private const int Inputs = 100_000;

    private const string Answers = "UNB+UNOA:4+A+B+260301:0910+R'UNH+1+CUSRES:D:02B:UN:IATA'BGM+962'RFF+TN:1'DTM+189:2603011340:201'LOC+125+DXB'ERP+2'RFF+AVF:SPC001'ERC+0'FTX+AAH+++SPECIMEN'UNT+10+1'UNZ+1+R'";

    private static readonly Gen<byte[]> Mutated = Gen.OneOf(
        Mutations.Of(Encoding.Latin1.GetBytes(Messages.Passengers)),
        Mutations.Of(Encoding.Latin1.GetBytes(Messages.Bookings)),
        Mutations.Of(Encoding.Latin1.GetBytes(Answers)));

    /// <summary>Segments that are right by themselves, in any order.</summary>
    private static readonly Gen<byte[]> Shuffled =
        Gen.OneOf(Gen.OneOf(Segments(Messages.Passengers)), Gen.OneOf(Segments(Messages.Bookings)), Gen.OneOf(Segments(Answers)))
            .Array[0, 60].Select(s => Encoding.Latin1.GetBytes("UNB+UNOC:4+A+B+260301:0910+R'UNH+1+PAXLST'" + string.Concat(s)));

    private static readonly Gen<byte[]> Input = Gen.OneOf(
        Mutated,
        Mutated,
        Shuffled,
        Gen.Char["UNABHTZ+:'?.* \r\nDOC1"].Array[0, 300].Select(c => Encoding.Latin1.GetBytes("UNB" + new string(c))),
        Gen.Byte.Array[0, 300].Select(b => (byte[])[.. "UNA"u8, .. b]));

    [Fact]
    public void Whatever_is_read_is_answered_in_known_findings_within_a_bound_of_memory()
    {
        var rules = AdvanceRule.All.ToDictionary(rule => rule.Code);
        var (english, urdu) = (CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("ur"));
        Input.Holds(Inputs, bytes =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var reading = AdvanceReader.Read(bytes, Messages.Day);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
            foreach (var finding in reading.Findings)
            {
                var rule = rules[finding.Code];
                Assert.Equal(rule.Severity, finding.Severity);
                Assert.Equal(rule.Evidence.Order(StringComparer.Ordinal), finding.Evidence.Keys);
                Assert.NotNull(DocumentSentences.Of(finding, english));
                Assert.NotNull(DocumentSentences.Of(finding, urdu));
            }
            // Every value can be asked for, also of segments that are kept as they stand.
            foreach (var list in reading.Messages.OfType<PassengerList>())
                _ = PassengerListComposer.Compose(list.Interchange ?? Lists.Interchange, list).Length + list.Others.Sum(s => s.Raw.Length + s.Components(0).Count);
            foreach (var booking in reading.Messages.OfType<BookingList>().SelectMany(l => l.Bookings))
                _ = booking.Others.Concat(booking.History).Sum(s => s.Raw.Length + s[1, 1].Length);
        });
    }

    private static string[] Segments(string text) => [.. text.ReplaceLineEndings("").Split('\'').Where(s => s.Length > 0).Select(s => s + "'")];
}
