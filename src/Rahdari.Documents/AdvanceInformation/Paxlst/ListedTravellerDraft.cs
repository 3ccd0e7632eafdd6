using Rahdari.Dates;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.AdvanceInformation.Paxlst;

/// <summary>A traveller of a list while the segments of their group (NAD) are read; filled again for each of the thousands in a list.</summary>
internal sealed class ListedTravellerDraft
{
    /// <summary>Characters of a name that are read without a string of their own: longer ones are read too.</summary>
    private const int LongestName = 70;

    public readonly List<AdvanceValue> Places = [];
    public readonly List<AdvanceValue> References = [];
    public readonly List<AdvanceDocument> Documents = [];
    public readonly List<EdifactSegment> Others = [];
    public PartialDate DateOfBirth;
    private EdifactSegment nad;

    public Sex Sex { get; set; }

    public string Nationality { get; set; } = "";

    public ListedTravellerDraft Begin(in EdifactSegment segment)
    {
        (nad, DateOfBirth, Sex, Nationality) = (segment, PartialDate.Unknown, default, "");
        Places.Clear();
        References.Clear();
        Documents.Clear();
        Others.Clear();
        return this;
    }

    public AdvanceTraveller Close(BoundedFindings findings)
    {
        var given = nad.Characters(3, 1, stackalloc char[LongestName]);
        var further = nad.Characters(3, 2, stackalloc char[LongestName]);
        return new AdvanceTraveller
        {
            Role = Role(findings),
            Surname = nad[3],
            GivenNames = further.IsEmpty ? given.ToString() : given.IsEmpty ? further.ToString() : string.Concat(given, " ", further),
            Sex = Sex,
            DateOfBirth = DateOfBirth,
            Nationality = Nationality,
            Documents = Documents.ToArray(),
            Places = Places.ToArray(),
            References = References.ToArray(),
            Address = nad.Elements > 4 ? Address() : [],
            Others = Others.ToArray(),
            Segment = nad.Number,
            Position = nad.Position,
        };
    }

    private AdvanceRole Role(BoundedFindings findings)
    {
        var code = nad[0];
        switch (code)
        {
            case "FL":
                return AdvanceRole.Passenger;
            case "FM":
                return AdvanceRole.Crew;
            case "DDU":
                return AdvanceRole.TransitPassenger;
            case "DDT":
                return AdvanceRole.TransitCrew;
            default:
                findings.Add(AdvanceRule.RoleUnknown, "NAD", nad, code);
                return AdvanceRole.Other;
        }
    }

    private string[] Address() => [string.Join(' ', nad.Components(4)), nad[5], nad[6], nad[7], nad[8]];
}
