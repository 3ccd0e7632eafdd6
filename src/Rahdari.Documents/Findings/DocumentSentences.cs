using System.Globalization;

namespace Rahdari.Documents.Findings;

/// <summary>The plain sentence of each finding of this library, in English and Urdu.</summary>
public static class DocumentSentences
{
    /// <summary>The sentence with its evidence filled in, or null where the code is not of this library.</summary>
    public static string? Of(Finding finding, CultureInfo culture) => throw new NotImplementedException();
}
