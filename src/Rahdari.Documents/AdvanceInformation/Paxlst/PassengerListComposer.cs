using System.Globalization;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.AdvanceInformation.Paxlst;

/// <summary>
/// Composes passenger lists (PAXLST D:02B): what <see cref="AdvanceReader"/> reads of them into fields. Segments kept as they
/// stand (<c>Others</c>) belong to the message that they came in and are not repeated. Thread-safe.
/// </summary>
public static class PassengerListComposer
{
    // DOC C002 1131 and 3055, as the guide fixes them.
    private const string CodeList = "110";
    private const string Agency = "111";

    /// <summary>One interchange with one message a list.</summary>
    public static byte[] Compose(EdifactInterchange interchange, params IReadOnlyList<PassengerList> lists)
    {
        var writer = new EdifactWriter(interchange);
        foreach (var list in lists)
            Write(writer, list);
        return writer.ToArray();
    }

    private static void Write(EdifactWriter to, PassengerList list)
    {
        to.Begin(list.Header);
        to.Segment("BGM", [list.Kind], [list.Function]);
        if (list.Transaction.Length > 0)
            to.Segment("RFF", ["TN", list.Transaction]);
        foreach (var flight in list.Flights)
            Write(to, flight);
        foreach (var traveller in list.Travellers)
            Write(to, traveller);
        if (list.Stated is { } stated)
            to.Segment("CNT", [list.Kind == "250" ? "41" : "42", stated.ToString(CultureInfo.InvariantCulture)]);
    }

    private static void Write(EdifactWriter to, AdvanceFlight flight)
    {
        to.Segment("TDT", [flight.Stage], [flight.Number]);
        foreach (var call in flight.Calls)
        {
            to.Segment("LOC", [call.Kind], [call.Port]);
            Write(to, "189", call.Departure);
            Write(to, "232", call.Arrival);
        }
    }

    private static void Write(EdifactWriter to, AdvanceTraveller traveller)
    {
        string[] name = [traveller.Surname, traveller.GivenNames];
        if (traveller.Address is [var street, var town, var region, var code, var state])
            to.Segment("NAD", [Role(traveller.Role)], [], [], name, [street], [town], [region], [code], [state]);
        else
            to.Segment("NAD", [Role(traveller.Role)], [], [], name);
        to.Segment("ATT", ["2"], [], [traveller.Sex switch { Sex.Male => "M", Sex.Female => "F", _ => "U" }]);
        if (!traveller.DateOfBirth.IsUnknown)
            to.Segment("DTM", ["329", AdvanceDates.Write(traveller.DateOfBirth)]);
        foreach (var place in traveller.Places)
            to.Segment("LOC", [place.Qualifier], [place.Value, "", "", place.Name]);
        if (traveller.Nationality.Length > 0)
            to.Segment("NAT", ["2"], [traveller.Nationality]);
        foreach (var reference in traveller.References)
            to.Segment("RFF", [reference.Qualifier, reference.Value]);
        foreach (var document in traveller.Documents)
        {
            to.Segment("DOC", [document.Type, CodeList, Agency], [document.Number]);
            if (!document.Expiry.IsUnknown)
                to.Segment("DTM", ["36", AdvanceDates.Write(document.Expiry)]);
            if (!document.Issued.IsUnknown)
                to.Segment("DTM", ["182", AdvanceDates.Write(document.Issued)]);
            if (document.IssuingState.Length > 0)
                to.Segment("LOC", ["91"], [document.IssuingState]);
        }
    }

    private static void Write(EdifactWriter to, string qualifier, AdvanceTime? time)
    {
        if (time is not { } told)
            return;
        var (text, code) = told.Write();
        to.Segment("DTM", [qualifier, text, code]);
    }

    private static string Role(AdvanceRole role) => role switch
    {
        AdvanceRole.Passenger => "FL",
        AdvanceRole.Crew => "FM",
        AdvanceRole.TransitPassenger => "DDU",
        AdvanceRole.TransitCrew => "DDT",
        _ => "ZZZ",
    };
}
