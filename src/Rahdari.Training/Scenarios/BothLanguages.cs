using System.Globalization;

namespace Rahdari.Training.Scenarios;

/// <summary>A text in the languages of the console.</summary>
/// <param name="En">In English.</param>
/// <param name="Ur">In Urdu.</param>
public sealed record BothLanguages(string En, string Ur)
{
    /// <summary>The text in a language; English where it is neither.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "ur" ? Ur : En;

    internal BothLanguages With(string place, string value) => new(En.Replace(place, value, StringComparison.Ordinal), Ur.Replace(place, value, StringComparison.Ordinal));
}
