using System.Globalization;
using Rahdari.Documents.Findings;

namespace Rahdari.Border;

/// <summary>The plain sentence of every finding and broken rule, of the border and of documents, in English and Urdu.</summary>
public static class BorderSentences
{
    /// <summary>The sentence with its evidence filled in; the code itself where nothing is known of it.</summary>
    public static string Of(Finding finding, CultureInfo culture) => throw new NotImplementedException();
}
