using System.Globalization;
using System.Text;
using Rahdari.Documents.Mrz;

namespace Rahdari.Cli.Demo;

/// <summary>A carrier's passenger list (PAXLST) of a flight that comes on the day of a demonstration.</summary>
internal static class DemoFlight
{
    private const string Number = "SP101";

    /// <summary>The message. The specimens' names have letters alone: nothing in them needs a release character.</summary>
    public static byte[] Of(IReadOnlyList<MrzFields> passengers, DateOnly day)
    {
        var (left, arrives) = (Stamp(day, "0905"), Stamp(day, "1240"));
        List<string> segments =
        [
            $"UNH+1+PAXLST:D:02B:UN:IATA+{Number}'", "BGM+745'", "NAD+MS+++SPECIMEN CARRIER DESK'", $"TDT+20+{Number}+++SP'",
            "LOC+125+DXB'", $"DTM+189:{left}:201'", "LOC+87+KHI'", $"DTM+232:{arrives}:201'",
        ];
        foreach (var (row, passenger) in passengers.Index())
        {
            segments.AddRange(
            [
                $"NAD+FL+++{passenger.PrimaryIdentifier}:{passenger.SecondaryIdentifier.Replace(' ', ':')}'",
                $"ATT+2++{passenger.Sex switch { Sex.Male => "M", Sex.Female => "F", _ => "U" }}'",
                $"DTM+329:{passenger.DateOfBirth.ToDateOnly():yyMMdd}'",
                "LOC+178+DXB'", "LOC+179+KHI'",
                $"NAT+2+{passenger.Nationality}'",
                $"RFF+AVF:SPC{row + 1:000}'", $"RFF+SEA:{12 + row}A'",
                $"DOC+{passenger.DocumentCode[0]}:110:111+{passenger.DocumentNumber}'",
                $"DTM+36:{passenger.DateOfExpiry.ToDateOnly():yyMMdd}'",
                $"LOC+91+{passenger.IssuingState}'",
            ]);
        }
        segments.Add($"CNT+42:{passengers.Count}'");
        segments.Add($"UNT+{segments.Count + 1}+1'");
        return Encoding.ASCII.GetBytes(string.Concat(["UNA:+.? '", $"UNB+UNOA:4+SPECIMENAIR:ZZ+RAHDARI:ZZ+{left[..6]}:{left[6..]}+DEMO1++APIS'", .. segments, "UNZ+1+DEMO1'"]));
    }

    private static string Stamp(DateOnly day, string time) => day.ToString("yyMMdd", CultureInfo.InvariantCulture) + time;
}
