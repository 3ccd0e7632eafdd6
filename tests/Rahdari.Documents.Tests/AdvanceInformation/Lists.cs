using CsCheck;
using Rahdari.Dates;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.AdvanceInformation.Paxlst;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Tests.AdvanceInformation;

/// <summary>Any list that can be composed: names with every service character, several flights, several documents.</summary>
internal static class Lists
{
    public static readonly EdifactInterchange Interchange = new("UTOAIR", "RAHDARI", new DateTime(2026, 3, 1, 9, 10, 0), "REF1") { Application = "APIS" };

    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.String[Gen.Char["ABCXYZ019 '+:?*.-"], 1, 12],
        Gen.String[Gen.Char["aébØÿ'"], 1, 8],
        Gen.String[Gen.Char["ЖбبپŁ?+"], 1, 8]).Select(w => $"A{w}Z");

    private static readonly Gen<string> State = Gen.OneOf("UTO", "PAK", "D", "DEU");

    private static readonly Gen<DateTime> Minute = Gen.Int[0, 500_000].Select(m => new DateTime(2026, 1, 1).AddMinutes(m));

    private static readonly Gen<AdvanceTime?> Time = Gen.Select(Minute, Gen.OneOf(null, "UTC", "+0500", "-0330")).Select((t, z) => (AdvanceTime?)new AdvanceTime(t, z));

    private static readonly Gen<PartialDate> Past = Gen.Select(Gen.Int[1930, 2025], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 4])
        .Select((y, m, d, k) => k switch { 0 => PartialDate.Of(y), 1 => PartialDate.Of(y, m), _ => PartialDate.Of(y, m, d) });

    private static readonly Gen<AdvanceDocument> Document =
        from type in Gen.OneOf("P", "V", "IP", "AC")
        from number in Word
        from state in State
        from expiry in Gen.Int[0, 20].Select(y => PartialDate.Of(2026 + y, 5, 17))
        from issued in Past
        select new AdvanceDocument { Type = type, Number = number, IssuingState = state, Expiry = expiry, Issued = issued };

    private static readonly Gen<AdvanceTraveller> Traveller =
        from role in Gen.OneOf(AdvanceRole.Passenger, AdvanceRole.Crew, AdvanceRole.TransitPassenger, AdvanceRole.TransitCrew)
        from surname in Word
        from given in Gen.OneOf(Word, Gen.Const(""))
        from sex in Gen.OneOf(Sex.Female, Sex.Male, Sex.Unspecified)
        from birth in Past
        from nationality in State
        from documents in Document.Array[0, 3]
        from address in Gen.OneOf(Gen.Const(Array.Empty<string>()), Word.Array[5])
        from places in Gen.Select(Gen.OneOf("178", "179", "22", "174", "180"), State, Gen.OneOf(Word, Gen.Const(""))).Select((q, v, n) => new AdvanceValue(q, v, n)).Array[0, 3]
        from references in Gen.Select(Gen.OneOf("AVF", "ABO", "SEA"), Word).Select((q, v) => new AdvanceValue(q, v)).Array[0, 3]
        select new AdvanceTraveller
        {
            Role = role,
            Surname = surname,
            GivenNames = given,
            Sex = sex,
            DateOfBirth = birth,
            Nationality = nationality,
            Documents = documents,
            Address = address,
            Places = places,
            References = references,
        };

    private static readonly Gen<AdvanceFlight> Flight =
        from number in Gen.OneOf("UT123", "UT0001A")
        from calls in Gen.Select(Gen.OneOf("125", "87", "92", "130"), State, Time, Time).Select((k, p, a, d) => new AdvanceCall(k, p, a, d)).Array[0, 4]
        select new AdvanceFlight(number, "20", calls);

    public static readonly Gen<PassengerList> Any =
        from kind in Gen.OneOf(("745", ""), ("250", ""), ("745", "XR"), ("266", "CLOB"), ("266", "XF"))
        from transaction in Word
        from flights in Flight.Array[0, 2]
        from travellers in Traveller.Array[0, 5]
        from part in Gen.Int[1, 30]
        from last in Gen.Bool
        select new PassengerList(new EdifactMessage("M1", "PAXLST", "D", "02B", "UN", "IATA") { AccessReference = "UT123", Part = part, IsLastPart = last }, Interchange)
        {
            Kind = kind.Item1,
            Function = kind.Item2,
            Transaction = transaction,
            Flights = flights,
            Travellers = travellers,
            Stated = travellers.Length,
        };

    public static readonly Gen<EdifactSyntax> Syntax = Gen.OneOf(
        EdifactSyntax.Default,
        new EdifactSyntax((byte)'*', (byte)'|', (byte)'.', (byte)'\\', (byte)' ', (byte)'~'),
        new EdifactSyntax(0x1f, 0x1d, (byte)'.', 0x1b, (byte)' ', 0x1c));
}
