using Rahdari.Dates;
using Rahdari.Documents.AdvanceInformation.Edifact;

namespace Rahdari.Documents.AdvanceInformation.Paxlst;

/// <summary>A document of a traveller while the segments of its group (DOC) are read; filled again for each.</summary>
internal sealed class ListedDocumentDraft
{
    public readonly List<EdifactSegment> Others = [];
    public PartialDate Expiry;
    public PartialDate Issued;
    private EdifactSegment doc;

    public string IssuingState { get; set; } = "";

    public ListedDocumentDraft Begin(in EdifactSegment segment)
    {
        (doc, Expiry, Issued, IssuingState) = (segment, PartialDate.Unknown, PartialDate.Unknown, "");
        Others.Clear();
        return this;
    }

    public AdvanceDocument Close() => new()
    {
        Type = doc[0],
        Number = doc[1],
        IssuingState = IssuingState,
        Expiry = Expiry,
        Issued = Issued,
        Others = Others.ToArray(),
        Segment = doc.Number,
        Position = doc.Position,
    };
}
