using System.Buffers;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Pakistan;

namespace Rahdari.Border.ExitControl;

/// <summary>What an order must say before it may stop anybody.</summary>
internal static class OrderTermsRules
{
    private const int LongestName = 200;
    private const int LongestText = 500;
    private const int MostDocuments = 20;
    private const int LongestNumber = 40;

    private static readonly SearchValues<char> Unseen = SearchValues.Create([.. Enumerable.Range(0, 32).Select(i => (char)i)]);

    /// <summary>The terms as they are kept, or the rule that they break.</summary>
    /// <param name="terms">As they were typed or sent.</param>
    /// <param name="today">At the port.</param>
    public static Answer<OrderTerms> Check(OrderTerms terms, DateOnly today)
    {
        // JSON may say null of any of them, whatever the type says.
        OrderDocument[] documents = [.. (terms.Documents ?? []).Select(d => new OrderDocument(Trimmed(d?.Number), Code(d?.IssuingState)))];
        var kept = terms with
        {
            Name = Trimmed(terms.Name),
            Nationality = Code(terms.Nationality),
            Cnic = Trimmed(terms.Cnic) is { Length: > 0 } cnic ? cnic : null,
            Documents = documents,
            LegalBasis = Trimmed(terms.LegalBasis),
            Authority = Trimmed(terms.Authority),
            AuthorityReference = Trimmed(terms.AuthorityReference),
        };
        if (!kept.Name.Any(char.IsLetter) || IsBad(kept.Name, LongestName))
            return Invalid("name", kept.Name);
        if (kept.Cnic is not null && !Cnic.TryParse(kept.Cnic, out _))
            return Invalid("cnic", kept.Cnic);
        if (documents.Length > MostDocuments)
            return Invalid("documents", $"{documents.Length} > {MostDocuments}");
        foreach (var (place, document) in documents.Index())
        {
            if (document.Number.Count(char.IsAsciiLetterOrDigit) < 4 || IsBad(document.Number, LongestNumber))
                return Invalid($"documents[{place}].number", document.Number);
            if (document.IssuingState is { } state && !IsState(state))
                return Invalid($"documents[{place}].issuingState", state);
        }
        if (kept.Nationality is { } nationality && !IsState(nationality))
            return Invalid("nationality", nationality);
        if (kept.DateOfBirth.Earliest() > today)
            return Invalid("dateOfBirth", kept.DateOfBirth.ToString());
        foreach (var (field, text) in new[] { ("legalBasis", kept.LegalBasis), ("authority", kept.Authority), ("authorityReference", kept.AuthorityReference) })
        {
            if (!text.Any(char.IsLetterOrDigit) || IsBad(text, LongestText))
                return Invalid(field, text);
        }
        if (!Enum.IsDefined(kept.Kind))
            return Invalid("kind", $"{kept.Kind}");
        if (!Enum.IsDefined(kept.Instruction))
            return Invalid("instruction", $"{kept.Instruction}");
        if (kept.ValidFrom == default)
            return Invalid("validFrom", "–");
        if (kept.ValidTo < kept.ValidFrom || kept.ValidTo < today)
            return Invalid("validTo", $"{kept.ValidTo:yyyy-MM-dd}");
        // A name alone stops everybody who bears it.
        if (kept.Cnic is null && documents.Length == 0 && kept.DateOfBirth.Year is null)
            return BorderRule.ExitOrderOfAnybody.Broken("dateOfBirth");
        return kept;
    }

    /// <summary>True of a country's code as ISO 3166-1 writes it.</summary>
    internal static bool IsState(string code) => ExitDestination.NameOf(code) is not null;

    /// <summary>A code as it is kept; null where none is given.</summary>
    internal static string? Code(string? text) => Trimmed(text) is { Length: > 0 } code ? code.ToUpperInvariant() : null;

    internal static string Trimmed(string? text) => text?.Trim() ?? "";

    internal static bool IsBad(string text, int longest) => text.Length > longest || text.AsSpan().IndexOfAny(Unseen) >= 0;

    private static Finding Invalid(string field, string value) => BorderRule.ExitOrderInvalid.Broken(field, ("field", field), ("value", value.Length == 0 ? "–" : Shortened(value)));

    private static string Shortened(string value) => value.Length > 60 ? value[..60] + "…" : value;
}
