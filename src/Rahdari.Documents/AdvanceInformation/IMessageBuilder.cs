using Rahdari.Documents.AdvanceInformation.Edifact;

namespace Rahdari.Documents.AdvanceInformation;

/// <summary>Makes a message of its segments, one by one.</summary>
internal interface IMessageBuilder
{
    void Add(in EdifactSegment segment);

    AdvanceMessage Finish();
}
