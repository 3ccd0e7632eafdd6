using Rahdari.Documents.Mrz;
using Rahdari.Documents.States;

namespace Rahdari.Documents.Inspection;

/// <summary>How fields are shown in evidence and compared.</summary>
internal static class Words
{
    public static string Name(MrzFields fields) => Name(fields.PrimaryIdentifier, fields.SecondaryIdentifier);

    public static string Name(string primary, string? secondary) => string.IsNullOrEmpty(secondary) ? primary : $"{primary}, {secondary}";

    public static string Letter(Sex sex) => sex switch { Sex.Male => "M", Sex.Female => "F", _ => "X" };

    /// <summary>Whether two codes stand for one State: D is DEU.</summary>
    public static bool SameState(string a, string b) => a == b || Country(a) == Country(b);

    /// <summary>A number as a zone writes it: capitals and digits alone.</summary>
    public static string Number(string text) => string.Concat(text.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));

    /// <summary>Whether two numbers differ, but in characters alone that recognition takes one for the other.</summary>
    public static bool LookAlike(string a, string b) =>
        a.Length == b.Length && a != b && a.Zip(b).All(pair => pair.First == pair.Second || Confusions.Of(pair.First).Contains(pair.Second, StringComparison.Ordinal));

    /// <summary>The ISO 3166-1 alpha-3 code of a State, or the code itself where it has none.</summary>
    public static string Country(string code) => IssuingStates.ToIso3166Alpha3(code) ?? code;
}
