using System.Collections.Frozen;
using Rahdari.Documents.States;

namespace Rahdari.Border.ExitControl;

/// <summary>Where somebody goes: a country's code as ISO 3166-1 writes it, also where its documents carry another.</summary>
public static class ExitDestination
{
    private static readonly FrozenDictionary<string, string> Names = IssuingStates.All.Where(state => state.Iso3166Alpha3 is not null)
        .GroupBy(state => state.Iso3166Alpha3!, StringComparer.Ordinal)
        .ToFrozenDictionary(states => states.Key, states => (states.FirstOrDefault(state => state.Code == states.Key) ?? states.First()).Name, StringComparer.Ordinal);

    /// <summary>The country's name in English; null where the code is none.</summary>
    /// <param name="code">Three letters, upper case: <c>SAU</c>, <c>DEU</c>.</param>
    public static string? NameOf(string code) => Names.GetValueOrDefault(code);
}
