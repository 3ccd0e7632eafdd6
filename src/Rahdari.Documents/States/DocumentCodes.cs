using System.Collections.Frozen;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.States;

/// <summary>Document codes: what the standard calls a passport by its second letter, and what single States issue. Thread-safe.</summary>
public static class DocumentCodes
{
    private static readonly FrozenDictionary<string, string> Passports = DataTable.Rows("States.passport-codes.tsv").ToFrozenDictionary(row => row[0], row => row[1]);

    private static readonly ILookup<(string State, string Format), string> Issued = DataTable.Rows("States.document-codes.tsv").ToLookup(row => (row[0], row[3]), row => row[1]);

    /// <summary>The kind of a passport by its code: ordinary, diplomatic, official, service, emergency, refugee, alien, laissez-passer; null for a State's own letter.</summary>
    public static string? KindOfPassport(string code) => Passports.GetValueOrDefault(code);

    /// <summary>The codes that a State issues in a format; empty where they are not known.</summary>
    public static IReadOnlyList<string> IssuedBy(string state, MrzFormat format) => [.. Issued[(state, format.ToString())]];
}
