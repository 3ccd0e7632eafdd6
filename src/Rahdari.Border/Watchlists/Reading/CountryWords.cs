using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Rahdari.Documents.States;

namespace Rahdari.Border.Watchlists.Reading;

/// <summary>The words by which lists call States, and the States' ISO 3166-1 alpha-3 codes.</summary>
internal static class CountryWords
{
    /// <summary>
    /// Names beside those of Doc 9303 and ISO 3166-1. Source: the official short and formal names of the UN terminology
    /// database (UNTERM), which the UN list uses, and the country list of OFAC's search form, which its files use.
    /// </summary>
    private const string Others = """
        BHS Bahamas, The
        BOL Bolivia (Plurinational State of)
        BIH Bosnia-Herzegovina
        BRN Brunei
        MMR Burma
        CPV Cape Verde
        CHN People's Republic of China
        HKG China, Hong Kong Special Administrative Region
        MAC China, Macao Special Administrative Region
        MAC Macau
        COG Republic of the Congo
        COG Congo, Republic of the
        COD Congo, Democratic Republic of the
        COD Zaire
        CIV Cote d Ivoire
        CIV Ivory Coast
        CZE Czech Republic
        TLS East Timor
        GMB Gambia, The
        VAT Vatican City
        IRN Iran (Islamic Republic of)
        IRN Islamic Republic of Iran
        PRK Korea, North
        PRK North Korea
        KOR Korea, South
        KOR South Korea
        KGZ Kyrgyz Republic
        LAO Laos
        LBY Libyan Arab Jamahiriya
        IMN Man, Isle of
        FSM Micronesia (Federated States of)
        FSM Micronesia, Federated States of
        MDA Moldova
        MKD North Macedonia, The Republic of
        MKD Macedonia, The Former Yugoslav Republic of
        MKD The former Yugoslav Republic of Macedonia
        NLD Netherlands (Kingdom of the)
        NLD Kingdom of the Netherlands
        PSE Palestine
        PSE Palestinian
        PSE Occupied Palestinian Territory
        RUS Russia
        STP São Tomé and Príncipe
        SWZ Swaziland
        SYR Syria
        TWN Taiwan
        TZA United Republic of Tanzania
        TUR Turkey
        GBR United Kingdom of Great Britain and Northern Ireland
        GBR Great Britain
        USA United States
        VEN Venezuela (Bolivarian Republic of)
        VNM Vietnam
        VGB British Virgin Islands
        VGB Virgin Islands, British
        VIR Virgin Islands, U.S.
        """;

    private static readonly FrozenDictionary<string, string> Codes = Load();

    private static readonly FrozenDictionary<string, string> TwoLetters = IssuingStates.All
        .Where(s => s.Iso3166Alpha3 is not null && IssuingStates.ToIso3166Alpha2(s.Code) is not null)
        .DistinctBy(s => IssuingStates.ToIso3166Alpha2(s.Code))
        .ToFrozenDictionary(s => IssuingStates.ToIso3166Alpha2(s.Code)!, s => s.Iso3166Alpha3!, StringComparer.OrdinalIgnoreCase);

    /// <summary>The code of a State, however its name is marked and ordered; null where the words name none that is known.</summary>
    public static string? ToIso3166Alpha3(string words) => Codes.GetValueOrDefault(Key(words));

    /// <summary>The code of a State by its ISO 3166-1 alpha-2 code, in letters of either case; null where it is none that is known.</summary>
    public static string? OfTwoLetters(string code) => TwoLetters.GetValueOrDefault(code);

    /// <summary>The same by its name or any code: ISO 3166-1, or that of Doc 9303 where it has no other (<c>UNO</c>); null where it is none that is known.</summary>
    public static string? OfAnyCode(string word) =>
        ToIso3166Alpha3(word) ?? OfTwoLetters(word) ?? (IssuingStates.Find(word.ToUpperInvariant()) is { } state ? state.Iso3166Alpha3 ?? state.Code : null);

    private static FrozenDictionary<string, string> Load()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        // A State's own code is the name's where both are the same; D and GBR's other codes are not.
        foreach (var state in IssuingStates.All.Where(s => s.Iso3166Alpha3 is not null && (s.Code == s.Iso3166Alpha3 || s.Code == "D")))
        {
            codes.TryAdd(Key(state.Name), state.Iso3166Alpha3!);
            codes.TryAdd(state.Iso3166Alpha3!, state.Iso3166Alpha3!);
        }
        foreach (var line in Others.Split('\n', StringSplitOptions.TrimEntries))
            codes.TryAdd(Key(line[4..]), line[..3]);
        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Letters only, without marks, upper case, words apart, without "the".</summary>
    private static string Key(string words)
    {
        var key = new StringBuilder(words.Length);
        foreach (var character in words.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(character))
                key.Append(char.ToUpperInvariant(character));
            else if (character is not ('\'' or '’' or '.') && char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                key.Append(' ');
        }
        return string.Join(' ', key.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w != "THE"));
    }
}
