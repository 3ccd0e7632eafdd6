using Rahdari.Documents.AdvanceInformation.Edifact;

namespace Rahdari.Documents.AdvanceInformation.Cusres;

/// <summary>Makes the answers of a message of their segments.</summary>
internal sealed class BoardingAnswersBuilder(EdifactMessage header, EdifactInterchange? interchange, BoundedFindings findings) : IMessageBuilder
{
    private readonly List<BoardingAnswer> answers = [];
    private List<AdvanceValue>? references;
    private string transaction = "";
    private string flight = "";
    private string origin = "";
    private string destination = "";
    private string code = "";
    private string text = "";
    private AdvanceTime? departure;
    private AdvanceTime? arrival;

    public void Add(in EdifactSegment segment)
    {
        switch (segment.TagNumber)
        {
            case Tags.ERP:
                Close();
                // 1 answers the message as a whole, 2 a traveller.
                references = segment.Is(0, "2"u8) ? [] : null;
                break;
            case Tags.RFF when references is not null:
                references.Add(new AdvanceValue(segment[0], segment[0, 1]));
                break;
            case Tags.RFF when segment.Is(0, "TN"u8):
                transaction = segment[0, 1];
                break;
            case Tags.RFF when segment.Is(0, "AF"u8):
                flight = segment[0, 1];
                break;
            case Tags.ERC when references is not null:
                code = segment[0];
                if (BoardingCodes.Read(code) == BoardingDecision.Unknown)
                    findings.Add(AdvanceRule.AnswerUnknown, "ERC", segment, code);
                break;
            case Tags.FTX when references is not null:
                text = string.Concat(segment.Components(3));
                break;
            case Tags.DTM when references is null:
                Time(segment);
                break;
            case Tags.LOC when references is null && segment.Is(0, "125"u8):
                origin = segment[1];
                break;
            case Tags.LOC when references is null && segment.Is(0, "87"u8):
                destination = segment[1];
                break;
        }
    }

    public AdvanceMessage Finish()
    {
        Close();
        return new BoardingAnswers(header, interchange)
        {
            Transaction = transaction,
            Flight = flight,
            Origin = origin,
            Destination = destination,
            Departure = departure,
            Arrival = arrival,
            Answers = answers,
        };
    }

    private void Time(in EdifactSegment dtm)
    {
        if (!AdvanceTime.TryRead(dtm[0, 1], dtm[0, 2], out var time))
            findings.Add(AdvanceRule.Date, "DTM", dtm, dtm[0, 1]);
        else if (dtm.Is(0, "189"u8))
            departure = time;
        else if (dtm.Is(0, "232"u8))
            arrival = time;
    }

    private void Close()
    {
        if (references is not null)
            answers.Add(new BoardingAnswer(references, BoardingCodes.Read(code), code, text));
        (references, code, text) = (null, "", "");
    }
}
