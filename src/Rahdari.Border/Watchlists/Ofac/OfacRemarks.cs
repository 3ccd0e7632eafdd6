using System.Text.RegularExpressions;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.Ofac;

/// <summary>
/// The Remarks column: clauses divided by semicolons, each read by the first rule that fits. What a rule puts into a field
/// leaves the remarks; all else stays there as it is written.
/// </summary>
internal static class OfacRemarks
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>How the types of numbered documents end: <c>Cedula No.</c>, <c>National Foreign ID Number</c>, <c>Diplomatic Passport</c>.</summary>
    private static readonly string[] DocumentEndings =
    [
        "Passport", "No.", "No", "Number", "#", "ID", "SSN", "R.F.C.", "RFC", "C.U.R.P.", "CURP", "D.N.I.", "DNI", "C.U.I.", "C.U.I.T.", "N.I.E.", "NIE", "I.F.E.", "NIT",
        "RUC", "RTN", "RIF", "Fiscal Code", "Identidad", "electoral", "Militar Nacional", "Laissez-Passer", "Laissez-passer", "VisaNumberID", "Visa", "Card", "Certificate",
        "License", "Licence", "Booklet", "C.U.I.P.", "Identification", "CNP (Personal Numerical Code)",
    ];

    /// <summary>A number has a digit; a few capitals may stand apart before it, and further groups behind it.</summary>
    private const string Number = @"(?<number>([A-Z.]{1,4}[ -]){0,2}[^\s();,]*[0-9][^\s();,]*( [^\s();,]*[0-9][^\s();,]*)*(\([0-9A-Z]\))?)";

    private static readonly string DocumentForm =
        $@"^(alt\. )?(?<type>[^0-9;:]{{0,60}}?({string.Join('|', DocumentEndings.Select(Regex.Escape))})( [A-Z]{{2,5}}:|:)?)\s+{Number}( \((?<country>[^)]*)\))?(?<rest>.*)$";

    /// <summary>Words that make a clause a post, rank, title or trade.</summary>
    private const string Posts =
        "Minister|President|Chairman|Chairwoman|Chair|Director|General|Colonel|Col|Major|Captain|Admiral|Marshal|Brigadier|Lieutenant|Commander|Commandant|Governor|Officer|Official|Member|"
        + "Head|Chief|Secretary|Ambassador|Manager|Advisor|Adviser|Aide|Representative|Employee|Judge|Justice|Rector|Magistrate|Prosecutor|Attorney|Mayor|Senator|Deputy|Commissioner|"
        + "Spokesperson|Spokesman|Leader|Speaker|Treasurer|Vice|Executive|Founder|Co-Founder|Doctor|Dr|Engineer|Haji|Maulana|Maulavi|Maulawi|Mullah|Mufti|Hojjatoleslam|Ayatollah|Sheikh|"
        + "Professor|Position|Occupation|Title|Administrator|Coordinator|Inspector|Superintendent|Sergeant|Staff|Figure|Figurehead|Financier|Facilitator|Trader|Businessman|Scientist|Chemist|"
        + "Chairperson|Diplomat|Envoy|Partner|Counsellor|Dealer|Associate|Qari|Ustad|Ustadz|Ustaz|Moulana|Shaykh|Constituent|Councillor|Parliament|Politburo|Indictee";

    private static readonly Rule[] Rules =
    [
        new(@"^(\(.*: )?(alt\. )?DOB:? (?<value>.+)$", (clause, entry) => Date(clause["value"].Value, clause[0].Value, entry)),
        new(@"^(\(.*: )?(alt\. )?POB:? (?<value>.+)$", (clause, entry) => Told(clause, entry.BirthPlace)),
        // A ship's or a company's, not a person's.
        new(@"^(Nationality of Registration|Aircraft|Vessel|Other Vessel|Former Vessel|Bank|BIK|IMO|MMSI|Identification Number IMO)\b.*$", Kept),
        new(@"^(alt\. )?nationality:? (?<value>[^0-9]+)$", (clause, entry) => Told(clause, entry.Nationality)),
        new(@"^(alt\. )?citizen:? (?<value>[^0-9]+)$", (clause, entry) => Told(clause, entry.Nationality)),
        new(@"^Gender:? (?<value>Male|Female)$", (clause, entry) => Told(clause, value => entry.Sex = char.ToUpperInvariant(value[0]))),
        new("""^a\.k\.a\.,? ['"‘“](?<value>.+)['"’”]$""", (clause, entry) => Name(clause, ListedNameKind.LowAlias, entry)),
        new(@"^a\.k\.a\.,? (?<value>.+)$", (clause, entry) => Name(clause, ListedNameKind.GoodAlias, entry)),
        // Weak and former, or the name now: a field can say the one or the other.
        new("""^[fn]\.k\.a\.,? ['"‘“](?<value>.+)['"’”]$""", (clause, entry) => Name(clause, ListedNameKind.LowAlias, entry, Understanding.Kept)),
        new(@"^n\.k\.a\.,? (?<value>.+)$", (clause, entry) => Name(clause, ListedNameKind.GoodAlias, entry, Understanding.Kept)),
        new(@"^f\.k\.a\.,? (?<value>.+)$", (clause, entry) => Name(clause, ListedNameKind.FormerName, entry)),

        // Understood, and best said in the list's own words.
        new(@"^(alt\. )?(Linked To|CAATSA|Tribe|Subtribe|Ethnicity|Associated with|Additional Sanctions Information|Secondary sanctions risk|Transactions Prohibited For|Executive Order|Effective Date|Target Type|Organization (Type|Established Date))\b.*$", Kept),
        new(@"^(alt\. )?(Email|E-mail|Website|Phone|Telephone|Mobile|Fax|Digital Currency Address|Chinese Commercial Code|UN/LOCODE|SWIFT)\b.*$", Kept),
        new(@"^(currently |reportedly |was |allegedly |presumed )*(arrested|incarcerated|detained|deceased|convicted|sentenced|in (custody|prison|remand)|wanted|ICTY indictee)\b.*$", Kept),
        new(@"^((half-|step-)?(brother|sister)|wife|husband|spouse|(grand|step|first )?(son|daughter|child|father|mother)|(brother|sister|father|mother|son|daughter)-in-law|cousin|nephew|niece|uncle|family|relative)s? (of|to)\b.*$", Kept),

        new(DocumentForm, Document, MindsCase: true),
        new($@"^[^0-9]*\b({Posts})s?\b.*$", (clause, entry) => Told(clause[0].Value, entry.Designation)),
    ];

    private enum Understanding
    {
        /// <summary>The rule does not fit after all.</summary>
        None,

        /// <summary>All of the clause is in fields.</summary>
        Told,

        /// <summary>The clause stays in the remarks too.</summary>
        Kept,
    }

    /// <summary>Reads the remarks into the entry; how many clauses there were, and how many of them a rule understood.</summary>
    public static (int Clauses, int Understood) Read(string remarks, EntryDraft entry)
    {
        var clauses = remarks.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var understood = 0;
        foreach (var (index, clause) in clauses.Index())
        {
            // The full stop ends the remarks, not the clause.
            var text = index == clauses.Length - 1 && clause.EndsWith('.') ? clause[..^1] : clause;
            var understanding = ReadClause(text, entry);
            understood += understanding == Understanding.None ? 0 : 1;
            if (understanding != Understanding.Told)
                entry.Remark(clause);
        }
        return (clauses.Length, understood);
    }

    private static Understanding ReadClause(string clause, EntryDraft entry)
    {
        foreach (var rule in Rules)
        {
            if (rule.Form.Match(clause) is { Success: true } match && rule.Apply(match.Groups, entry) is var understanding and not Understanding.None)
                return understanding;
        }
        return Understanding.None;
    }

    private static Understanding Date(string words, string clause, EntryDraft entry)
    {
        if (ListDates.Read(words) is not { } date)
            return Understanding.None;
        entry.BirthDate(date);
        return Whole(clause);
    }

    private static Understanding Name(GroupCollection clause, ListedNameKind kind, EntryDraft entry, Understanding understanding = Understanding.Told)
    {
        entry.Name(OfacName.Natural(clause["value"].Value, entry.Kind), kind);
        return understanding;
    }

    private static Understanding Document(GroupCollection clause, EntryDraft entry)
    {
        var words = clause["country"].Value;
        var state = CountryWords.ToIso3166Alpha3(words);
        entry.Document(new ListedDocument(clause["type"].Value.TrimEnd(':'), clause["number"].Value.TrimEnd('.'), state));
        return clause["rest"].Value.Length > 0 || (words.Length > 0 && state is null) ? Understanding.Kept : Understanding.Told;
    }

    private static Understanding Told(GroupCollection clause, Action<string> add)
    {
        add(clause["value"].Value);
        return Whole(clause[0].Value);
    }

    private static Understanding Told(string text, Action<string> add)
    {
        add(text);
        return Understanding.Told;
    }

    private static Understanding Kept(GroupCollection clause, EntryDraft entry) => Understanding.Kept;

    /// <summary>What begins in a parenthesis says of which papers it is: that must not be lost.</summary>
    private static Understanding Whole(string clause) => clause.StartsWith('(') ? Understanding.Kept : Understanding.Told;

    private sealed record Rule(string Pattern, Func<GroupCollection, EntryDraft, Understanding> Apply, bool MindsCase = false)
    {
        public Regex Form { get; } = new(Pattern, MindsCase ? Linear : Linear | RegexOptions.IgnoreCase);
    }
}
