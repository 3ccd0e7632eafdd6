namespace Rahdari.Documents.Mrz;

/// <summary>Where in a zone a field stands, for marking it.</summary>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column.</param>
/// <param name="Length">Characters.</param>
public sealed record ZonePlace(int Line, int Column, int Length)
{
    /// <summary>The place of a field of <see cref="MrzFields"/> (<c>Name</c> for the identifiers), or null where the format has no such field.</summary>
    public static ZonePlace? Of(MrzFormat format, string field)
    {
        var layout = MrzLayout.Of(format);
        FieldPlace? place = field switch
        {
            nameof(MrzFields.DocumentCode) => layout.DocumentCode,
            nameof(MrzFields.IssuingState) => layout.IssuingState,
            "Name" or nameof(MrzFields.PrimaryIdentifier) => layout.Name,
            nameof(MrzFields.SecondaryIdentifier) => layout.GivenNames ?? layout.Name,
            nameof(MrzFields.DocumentNumber) => layout.DocumentNumber,
            nameof(MrzFields.Nationality) => layout.Nationality,
            nameof(MrzFields.DateOfBirth) => layout.DateOfBirth,
            nameof(MrzFields.Sex) => layout.Sex,
            nameof(MrzFields.DateOfExpiry) => layout.DateOfExpiry,
            nameof(MrzFields.DateOfIssue) => layout.MonthOfIssue,
            nameof(MrzFields.OptionalData) => layout.OptionalData.Count > 0 ? layout.OptionalData[0] : null,
            _ => null,
        };
        return place is { } found ? new ZonePlace(found.Line + 1, found.Start + 1, found.Length) : null;
    }
}
