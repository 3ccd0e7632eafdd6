namespace Rahdari.Border.Travellers;

/// <summary>A name in one text, as a document has it.</summary>
internal static class NameAsRead
{
    /// <summary>Surname, <c>, </c> and given names; the surname alone where there are none.</summary>
    public static string Of(string surname, string givenNames) => givenNames.Length == 0 ? surname : $"{surname}, {givenNames}";
}
