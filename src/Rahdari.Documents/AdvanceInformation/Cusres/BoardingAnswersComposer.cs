using Rahdari.Documents.AdvanceInformation.Edifact;

namespace Rahdari.Documents.AdvanceInformation.Cusres;

/// <summary>Composes answers to passenger lists. Thread-safe.</summary>
public static class BoardingAnswersComposer
{
    // FTX C108 has five texts of 512 characters; the carriers' systems take the first line.
    private const int LongestText = 512;

    /// <summary>One interchange with one message.</summary>
    public static byte[] Compose(EdifactInterchange interchange, BoardingAnswers answers)
    {
        var writer = new EdifactWriter(interchange);
        writer.Begin(answers.Header);
        // 962: the answer to a transmission before.
        writer.Segment("BGM", ["962"]);
        if (answers.Transaction.Length > 0)
            writer.Segment("RFF", ["TN", answers.Transaction]);
        if (answers.Flight.Length > 0)
            writer.Segment("RFF", ["AF", answers.Flight]);
        Write(writer, "189", answers.Departure);
        Write(writer, "232", answers.Arrival);
        if (answers.Origin.Length > 0)
            writer.Segment("LOC", [AdvanceCall.LastDeparture], [answers.Origin]);
        if (answers.Destination.Length > 0)
            writer.Segment("LOC", [AdvanceCall.FirstArrival], [answers.Destination]);
        foreach (var answer in answers.Answers)
            Write(writer, answer);
        return writer.ToArray();
    }

    private static void Write(EdifactWriter to, BoardingAnswer answer)
    {
        // 2: an answer about a detail of the message, a traveller.
        to.Segment("ERP", ["2"]);
        foreach (var reference in answer.References)
            to.Segment("RFF", [reference.Qualifier, reference.Value]);
        to.Segment("ERC", [answer.Code]);
        if (answer.Text.Length > 0)
            to.Segment("FTX", ["AAH"], [], [], [answer.Text.Length > LongestText ? answer.Text[..LongestText] : answer.Text]);
    }

    private static void Write(EdifactWriter to, string qualifier, AdvanceTime? time)
    {
        if (time is not { } told)
            return;
        var (text, code) = told.Write();
        to.Segment("DTM", [qualifier, text, code]);
    }
}
