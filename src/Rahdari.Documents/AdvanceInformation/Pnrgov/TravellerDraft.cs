using Rahdari.Dates;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.AdvanceInformation.Pnrgov;

/// <summary>A passenger of a booking while its requests are read: SSR DOCS, DOCO and DOCA are slashed texts of AIRIMP.</summary>
internal sealed class TravellerDraft(EdifactSegment named, string surname, string givenNames, string reference)
{
    private readonly List<AdvanceDocument> documents = [];
    private readonly List<AdvanceValue> places = [];
    private string passportSurname = "";
    private string passportGivenNames = "";
    private string nationality = "";
    private IReadOnlyList<string> address = [];
    private PartialDate birth;
    private Sex sex;

    public List<AdvanceValue> References { get; } = [];

    public List<EdifactSegment> Others { get; } = [];

    public string Reference => reference;

    public string Surname => surname;

    public string GivenNames => givenNames;

    public bool IsTold { get; private set; }

    /// <summary>True for the sexes FI and MI of a DOCS: an infant on another's seat.</summary>
    public static bool IsInfant(string[] fields) => At(fields, 6) is "FI" or "MI";

    /// <summary>DOCS: type, State, number, nationality, birth, sex, expiry, surname, first and further names. False where a field is wrong.</summary>
    public bool Docs(string[] fields, EdifactSegment ssr, DateOnly today)
    {
        var sound = Spelled(At(fields, 5), past: true, today, out var born);
        sound &= Spelled(At(fields, 7), past: false, today, out var expiry);
        IsTold = true;
        birth = born.IsUnknown ? birth : born;
        nationality = At(fields, 4) is { Length: > 0 } told ? told : nationality;
        (sex, var known) = At(fields, 6) switch
        {
            "M" or "MI" => (Sex.Male, true),
            "F" or "FI" => (Sex.Female, true),
            "U" or "X" or "" => (sex, true),
            _ => (sex, false),
        };
        if (passportSurname.Length == 0)
            (passportSurname, passportGivenNames) = (At(fields, 8), $"{At(fields, 9)} {At(fields, 10)}".Trim());
        if (At(fields, 1).Length > 0 || At(fields, 3).Length > 0)
            Add(new AdvanceDocument { Type = At(fields, 1), Number = At(fields, 3), IssuingState = At(fields, 2), Expiry = expiry }, ssr);
        return sound && known;
    }

    /// <summary>DOCO: place of birth, type, number, place and day of issue, State for which it holds.</summary>
    public bool Doco(string[] fields, EdifactSegment ssr, DateOnly today)
    {
        var sound = Spelled(At(fields, 5), past: true, today, out var issued);
        if (At(fields, 1).Length > 0)
            places.Add(new AdvanceValue("180", "", At(fields, 1)));
        if (At(fields, 3).Length > 0)
        {
            // A visa is issued by the State that it is for.
            Add(new AdvanceDocument { Type = At(fields, 2), Number = At(fields, 3), PlaceOfIssue = At(fields, 4), Issued = issued, IssuingState = At(fields, 6) }, ssr);
        }
        return sound;
    }

    /// <summary>DOCA: R residence or D destination, State, street, city, region, postal code.</summary>
    public bool Doca(string[] fields)
    {
        if (At(fields, 1) == "R")
            places.Add(new AdvanceValue("174", At(fields, 2)));
        if (At(fields, 1) == "D" || address.Count == 0)
            address = [At(fields, 3), At(fields, 4), At(fields, 5), At(fields, 6), At(fields, 2)];
        return At(fields, 1) is "R" or "D";
    }

    public AdvanceTraveller Close() => new()
    {
        Role = AdvanceRole.Passenger,
        Surname = passportSurname.Length > 0 ? passportSurname : surname,
        GivenNames = passportSurname.Length > 0 ? passportGivenNames : givenNames,
        BookedAs = passportSurname.Length > 0 && (passportSurname != surname || passportGivenNames != givenNames) ? $"{surname} {givenNames}".Trim() : "",
        Sex = sex,
        DateOfBirth = birth,
        Nationality = nationality,
        Documents = documents,
        Places = places,
        References = reference.Length == 0 ? References : [new AdvanceValue("TIF", reference), .. References],
        Address = address,
        Others = Others,
        Segment = named.Number,
        Position = named.Position,
    };

    private void Add(AdvanceDocument document, EdifactSegment ssr)
    {
        // The same request stands once for each flight of the itinerary.
        if (!documents.Any(d => d.Type == document.Type && d.Number == document.Number))
            documents.Add(document with { Segment = ssr.Number, Position = ssr.Position });
    }

    private static bool Spelled(string text, bool past, DateOnly today, out PartialDate date)
    {
        date = PartialDate.Unknown;
        return text.Length == 0 || AdvanceDates.TryReadSpelled(text, past, today, out date);
    }

    private static string At(string[] fields, int at) => at < fields.Length ? fields[at].Trim() : "";
}
