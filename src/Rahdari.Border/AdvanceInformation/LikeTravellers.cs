using Rahdari.Border.Storage;

namespace Rahdari.Border.AdvanceInformation;

/// <summary>Finds who of the expected is the same person told otherwise: a booking knows less than a list, and writes names its own way.</summary>
internal sealed class LikeTravellers(IReadOnlyCollection<ExpectedTravellerRow> rows)
{
    private readonly ILookup<string, ExpectedTravellerRow> byNumber = rows.Where(row => row.DocumentNumber.Length > 0).ToLookup(row => row.DocumentNumber);
    private readonly ILookup<(string, char), ExpectedTravellerRow> byName = rows.ToLookup(Beginning);

    /// <summary>By the document where both tell one of a kind, else by the name, and the day of birth where both tell it.</summary>
    public IEnumerable<ExpectedTravellerRow> Of(ExpectedTravellerRow row) => byNumber[row.DocumentNumber].Concat(byName[Beginning(row)]).Where(other => IsSame(row, other));

    private static bool IsSame(ExpectedTravellerRow one, ExpectedTravellerRow other)
    {
        // A booking may tell the visa alone.
        if (one.DocumentNumber.Length > 0 && other.DocumentNumber.Length > 0 && one.DocumentType.FirstOrDefault() == other.DocumentType.FirstOrDefault())
            return one.DocumentNumber == other.DocumentNumber;
        return one.Surname == other.Surname
            && (BookedName.IsOf(one.GivenNames, other.GivenNames) || BookedName.IsOf(other.GivenNames, one.GivenNames))
            && (one.DateOfBirth.IsUnknown || other.DateOfBirth.IsUnknown || one.DateOfBirth == other.DateOfBirth);
    }

    private static (string, char) Beginning(ExpectedTravellerRow row) => (row.Surname, row.GivenNames.FirstOrDefault());
}
