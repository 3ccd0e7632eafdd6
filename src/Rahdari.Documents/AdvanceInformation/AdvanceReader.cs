using Rahdari.Documents.AdvanceInformation.Cusres;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.AdvanceInformation.Paxlst;
using Rahdari.Documents.AdvanceInformation.Pnrgov;

namespace Rahdari.Documents.AdvanceInformation;

/// <summary>
/// Reads advance passenger information (PAXLST), passenger name records (PNRGOV) and the answers to them (CUSRES). Takes any
/// bytes; whatever is wrong is among the findings, and the rest is read. Thread-safe.
/// </summary>
public static class AdvanceReader
{
    /// <summary>The most segments that are read at once; a list of a thousand travellers has some 12,000.</summary>
    public const int MostSegments = 2_000_000;

    /// <summary>Reads every message of every interchange in the bytes, which the result keeps alive.</summary>
    /// <param name="bytes">One or more interchanges; a telegram's heading may stand before them.</param>
    /// <param name="today">The local day: births are not after it, and documents hold on it where no flight tells another.</param>
    public static AdvanceReading Read(ReadOnlyMemory<byte> bytes, DateOnly today)
    {
        var findings = new BoundedFindings();
        var reader = new EdifactReader(bytes, findings);
        var messages = new List<AdvanceMessage>();
        IMessageBuilder? builder = null;
        while (reader.TryRead(out var segment))
        {
            if (segment.Number > MostSegments)
            {
                findings.Add(AdvanceRule.TooManySegments, null, segment, BoundedFindings.Text(MostSegments));
                break;
            }
            switch (segment.TagNumber)
            {
                case Tags.UNH:
                    Finish();
                    builder = Builder(reader, segment, today, findings);
                    break;
                case Tags.UNT:
                    Finish();
                    break;
                default:
                    // A trailer is missing where an envelope's segment comes within a message.
                    if (reader.Message is not null)
                        builder?.Add(segment);
                    break;
            }
        }
        Finish();
        ListInspection.Inspect(messages.OfType<PassengerList>(), today, findings);
        return new AdvanceReading(messages, findings.Listed);

        void Finish()
        {
            if (builder is not null)
                messages.Add(builder.Finish());
            builder = null;
        }
    }

    private static IMessageBuilder Builder(EdifactReader reader, in EdifactSegment unh, DateOnly today, BoundedFindings findings)
    {
        var (header, interchange) = (reader.Message!, reader.Interchange);
        switch (header.Type)
        {
            case "PAXLST":
                return new PassengerListBuilder(header, interchange, unh, today, findings);
            case "PNRGOV":
                return new BookingListBuilder(header, interchange, today, findings);
            case "CUSRES":
                return new BoardingAnswersBuilder(header, interchange, findings);
            default:
                findings.Add(AdvanceRule.MessageUnknown, "UNH", unh, header.Type);
                return new OtherMessageBuilder(header, interchange);
        }
    }

    private sealed class OtherMessageBuilder(EdifactMessage header, EdifactInterchange? interchange) : IMessageBuilder
    {
        public void Add(in EdifactSegment segment)
        {
        }

        public AdvanceMessage Finish() => new OtherMessage(header, interchange);
    }
}
