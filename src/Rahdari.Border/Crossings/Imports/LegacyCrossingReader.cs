using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rahdari.Border.Advice;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Border.Watchlists.Tables;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Names;
using Rahdari.Documents.States;

namespace Rahdari.Border.Crossings.Imports;

/// <summary>From a legacy system's record to a crossing, whose traveller and batch are not known yet. For one thread.</summary>
internal sealed class LegacyCrossingReader
{
    private const int LongestText = 256;
    private const int LongestNumber = 32;
    private const int MostWords = 4096;

    private static readonly DateTimeOffset Earliest = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Times = ["HH:mm:ss", "HH:mm", "HHmmss", "HHmm", "H:mm", "H:mm:ss", "HH:mm:ss.FFFFFFF"];

    private static readonly Dictionary<string, string> Sexes = Words("M M", "Male M", "F F", "Female F", "X X", "U X", "< X");
    private static readonly Dictionary<string, string> Directions =
        Words("entry entry", "in entry", "arrival entry", "arrived entry", "a entry", "e entry", "exit exit", "out exit", "departure exit", "departed exit", "d exit");

    private static readonly Dictionary<string, string> Outcomes = Words(
        "passed passed", "admitted passed", "departed passed", "allowed passed", "cleared passed", "refused refused", "denied refused", "offloaded refused", "rejected refused");

    private static readonly Dictionary<string, string> Conveyances = Words(
        "flight flight", "air flight", "aircraft flight", "vessel vessel", "sea vessel", "ship vessel", "train train", "rail train", "bus bus", "vehicle vehicle", "road vehicle", "car vehicle", "foot foot", "pedestrian foot");

    private static readonly Dictionary<string, string> Documents = Words("passport P");

    /// <summary>The zone's own code for a State, by its ISO code: <c>D</c> for <c>DEU</c>.</summary>
    private static readonly Dictionary<string, string> ZoneCodes = IssuingStates.All.Where(s => s.Iso3166Alpha3 is not null)
        .GroupBy(s => s.Iso3166Alpha3!).ToDictionary(s => s.Key, s => (s.FirstOrDefault(one => one.Code == "D") ?? s.FirstOrDefault(one => one.Code == s.Key) ?? s.First()).Code);

    private readonly LegacyMapping mapping;
    private readonly string file;
    private readonly string source;
    private readonly string node;
    private readonly TimeZoneInfo zone;
    private readonly DateTimeOffset latest;
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> states = new(StringComparer.OrdinalIgnoreCase);
    private readonly TableHeader header;

    /// <param name="mapping">How the file is written.</param>
    /// <param name="header">The file's columns.</param>
    /// <param name="file">For errors.</param>
    /// <param name="source">The legacy system.</param>
    /// <param name="node">The node that imports.</param>
    /// <param name="zone">In which times without an offset are written.</param>
    /// <param name="now">Nothing crossed later than a day from now.</param>
    public LegacyCrossingReader(LegacyMapping mapping, TableHeader header, string file, string source, string node, TimeZoneInfo zone, DateTimeOffset now)
    {
        (this.mapping, this.header, this.file, this.source, this.node, this.zone, latest) = (mapping, header, file, source, node, zone, now.AddDays(1));
        foreach (var (part, headings) in LegacyColumns.Headings)
        {
            var index = mapping.Columns.TryGetValue(part, out var named) ? header.Find(named) : headings.Select(header.Find).FirstOrDefault(i => i is not null);
            if (index is { } place)
                columns[part] = place;
        }
    }

    /// <summary>The places of the columns that are read.</summary>
    public IReadOnlySet<int> Columns => columns.Values.ToHashSet();

    /// <summary>A column that the file must have and has not; null where all are there.</summary>
    public ListError? Missing()
    {
        var named = mapping.Columns.FirstOrDefault(c => header.Find(c.Value) is null);
        var column = named.Value ?? LegacyColumns.Needed.FirstOrDefault(part => !columns.ContainsKey(part));
        if (column is null && !columns.ContainsKey(LegacyColumns.At))
            column = columns.ContainsKey(LegacyColumns.Date) ? columns.ContainsKey(LegacyColumns.Time) ? null : LegacyColumns.Time : LegacyColumns.At;
        return column is null ? null : ListRule.ColumnMissing.Broken(file, 1, 0, column, ("column", column));
    }

    /// <summary>True of a UN/LOCODE's form.</summary>
    public static bool IsPort(string text) => text.Length == 5 && text.All(char.IsAsciiLetterOrDigit) && text[..2].All(char.IsAsciiLetterUpper);

    /// <summary>True of a document code as zones have it.</summary>
    public static bool IsDocumentCode(string text) => text.Length is 1 or 2 && text.All(char.IsAsciiLetterUpper);

    /// <summary>The crossing, or null with the error.</summary>
    public Crossing? Read(string[] fields, long line, out ListError? error)
    {
        error = null;
        try
        {
            return Of(fields, line);
        }
        catch (RejectedException rejected)
        {
            error = rejected.Error;
            return null;
        }
    }

    /// <summary>
    /// A name as zones have it: upper case, Latin letters by Doc 9303-3 §6 (<c>Ü</c> is <c>UE</c>), without apostrophes, a hyphen a blank; letters of other scripts stay.
    /// </summary>
    public static string Name(string text)
    {
        if (text.All(c => c is ' ' or (>= 'A' and <= 'Z')))
            return text;
        var name = new StringBuilder(text.Length);
        foreach (var character in string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC))
        {
            if (IsAccented(character))
            {
                name.Append(MrzName.Transliterate(character.ToString()));
                continue;
            }
            var category = char.GetUnicodeCategory(character);
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
                name.Append(char.ToUpperInvariant(character));
            else if (category is UnicodeCategory.DashPunctuation or UnicodeCategory.SpaceSeparator || character is ',' or '<' or '/')
                name.Append(' ');
        }
        return string.Join(' ', name.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A Latin letter beyond A to Z, whose zone has others in its place.</summary>
    private static bool IsAccented(char character) => character is (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF') && char.IsLetter(character);

    private Crossing Of(string[] fields, long line)
    {
        var row = new Row(this, fields, line);
        var key = row.Text(LegacyColumns.Key, LongestText / 4);
        if (key.Length == 0)
            throw row.Rejected(ListRule.ReferenceMissing, LegacyColumns.Key);
        var (surname, givenNames) = (Name(row.Text(LegacyColumns.Surname)), Name(row.Text(LegacyColumns.GivenNames)));
        if (surname.Length == 0 && givenNames.Length == 0)
            throw row.Rejected(ListRule.NameMissing, LegacyColumns.Surname, ("reference", key));
        var number = Number(row, LegacyColumns.DocumentNumber);
        if (number.Length == 0)
            throw row.Rejected(ListRule.NumberMissing, LegacyColumns.DocumentNumber, ("found", row.Text(LegacyColumns.DocumentNumber)));
        var direction = row.Word(LegacyColumns.Direction, mapping.Directions, Directions, null) == "entry" ? Direction.Entry : Direction.Exit;
        var isRefused = row.Word(LegacyColumns.Outcome, mapping.Outcomes, Outcomes, "passed") == "refused";
        var outcome = isRefused ? CrossingOutcome.Refused : direction == Direction.Entry ? CrossingOutcome.Admitted : CrossingOutcome.Departed;
        var at = Instant(row);
        var officer = row.Text(LegacyColumns.Officer);
        var kind = Enum.TryParse<ConveyanceKind>(row.Word(LegacyColumns.ConveyanceKind, mapping.Conveyances, Conveyances, "-"), ignoreCase: true, out var told) ? told : (ConveyanceKind?)null;
        var crossing = new Crossing
        {
            Id = Guid.Empty,
            Node = node,
            Port = Port(row),
            Counter = row.Text(LegacyColumns.Counter),
            Direction = direction,
            Outcome = outcome,
            At = at,
            DecidedBy = officer.Length == 0 ? source : $"{source}/{officer}",
            EncounterId = Guid.Empty,
            TravellerId = Guid.Empty,
            DocumentCode = DocumentCode(row),
            IssuingState = State(row, LegacyColumns.IssuingState),
            DocumentNumber = number,
            Nationality = State(row, LegacyColumns.Nationality),
            PrimaryIdentifier = surname.Length == 0 ? givenNames : surname,
            SecondaryIdentifier = surname.Length == 0 ? "" : givenNames,
            DateOfBirth = BirthDate(row),
            Sex = row.Word(LegacyColumns.Sex, mapping.Sexes, Sexes, "X") switch { "F" => Sex.Female, "M" => Sex.Male, _ => Sex.Unspecified },
            Advice = AdviceLevel.Clear,
            AdviceReasons = "",
            Reason = Filled(row.Text(LegacyColumns.Reason)),
            PermittedUntil = outcome == CrossingOutcome.Admitted ? Day(row, LegacyColumns.PermittedUntil) : null,
            IdempotencyKey = $"{source} {key}",
            Source = source,
            ConveyanceKind = kind,
            Conveyance = Filled(row.Text(LegacyColumns.Conveyance)),
            VisaNumber = Filled(row.Text(LegacyColumns.Visa)),
            PersonalNumber = Filled(Number(row, LegacyColumns.PersonalNumber)),
        };
        return crossing with { Id = CrossingMonths.IdOf(at, ContentHash(crossing)) };
    }

    /// <summary>Of all that the file says: the same record imported again has the same id, and one that was changed another.</summary>
    private static byte[] ContentHash(Crossing c)
    {
        var text = string.Join(
            '\u001F', c.IdempotencyKey, c.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), c.Port, c.Counter, c.Direction.ToString(), c.Outcome.ToString(), c.DecidedBy, c.DocumentCode,
            c.IssuingState, c.DocumentNumber, c.Nationality, c.PrimaryIdentifier, c.SecondaryIdentifier, c.DateOfBirth.ToString(), c.Sex.ToString(), c.Reason,
            c.PermittedUntil?.ToString("O", CultureInfo.InvariantCulture), c.Conveyance, c.VisaNumber, c.PersonalNumber, $"{c.ConveyanceKind}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }

    private DateTimeOffset Instant(Row row)
    {
        var (date, time) = (row.Text(LegacyColumns.Date), row.Text(LegacyColumns.Time));
        var part = LegacyColumns.Date;
        if (columns.ContainsKey(LegacyColumns.At))
        {
            part = LegacyColumns.At;
            var text = row.Text(LegacyColumns.At);
            if (text.Length > 19 && DateTimeOffset.TryParseExact(
                text, ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && HasOffset(text))
                return InRange(row, part, DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()), text);
            var split = text.LastIndexOfAny(['T', ' ']);
            (date, time) = split < 0 ? (text, "") : (text[..split], text[(split + 1)..]);
        }
        if (Date(date)?.ToDateOnly() is not { } day)
            throw row.Rejected(ListRule.DateInvalid, part, ("found", date), ("expected", DateForms));
        if (!TimeOnly.TryParseExact(time, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            throw row.Rejected(ListRule.DateInvalid, part == LegacyColumns.At ? part : LegacyColumns.Time, ("found", time), ("expected", "HH:mm:ss, HH:mm, HHmm"));
        var local = day.ToDateTime(clock.Add(TimeSpan.FromTicks(-(clock.Ticks % TimeSpan.TicksPerMillisecond))));
        // Where clocks went forward that local time did not exist; it is an hour later.
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return InRange(row, part, new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime(), date);
    }

    private static bool HasOffset(string text) => text[^1] == 'Z' || text.AsSpan(19).ContainsAny('+', '-');

    private DateTimeOffset InRange(Row row, string part, DateTimeOffset at, string found) => at >= Earliest && at <= latest
        ? at
        : throw row.Rejected(ListRule.DateInvalid, part, ("found", found), ("expected", $"{Earliest:yyyy-MM-dd} … {latest:yyyy-MM-dd}"));

    private string DateForms => mapping.Dates.Count == 0 ? "yyyy-MM-dd" : string.Join(", ", mapping.Dates.Select(d => d.Text));

    private PartialDate? Date(string text)
    {
        if (mapping.Dates.Count > 0)
            return DateForm.Read(mapping.Dates, text);
        return PartialDate.TryParse(text, out var date) ? date : ListDates.Single(text);
    }

    private PartialDate BirthDate(Row row)
    {
        var text = row.Text(LegacyColumns.BirthDate);
        if (text.Length == 0)
            return PartialDate.Unknown;
        return Date(text) ?? throw row.Rejected(ListRule.DateInvalid, LegacyColumns.BirthDate, ("found", text), ("expected", DateForms));
    }

    private DateOnly? Day(Row row, string part)
    {
        var text = row.Text(part);
        if (text.Length == 0)
            return null;
        return Date(text)?.ToDateOnly() ?? throw row.Rejected(ListRule.DateInvalid, part, ("found", text), ("expected", DateForms));
    }

    private string Port(Row row)
    {
        var text = row.Text(LegacyColumns.Port);
        var port = mapping.Ports.GetValueOrDefault(text) ?? text.ToUpperInvariant();
        return IsPort(port) ? port : throw row.Rejected(ListRule.ValueUnknown, LegacyColumns.Port, ("found", text), ("expected", "UN/LOCODE"));
    }

    private string DocumentCode(Row row)
    {
        var text = row.Text(LegacyColumns.DocumentType);
        if (text.Length == 0)
            return "P";
        var code = mapping.Documents.GetValueOrDefault(text) ?? Documents.GetValueOrDefault(text) ?? text.ToUpperInvariant();
        return IsDocumentCode(code) ? code : throw row.Rejected(ListRule.ValueUnknown, LegacyColumns.DocumentType, ("found", text), ("expected", string.Join(", ", mapping.Documents.Keys.Concat(["P", "I", "A", "C"]))));
    }

    private string State(Row row, string part)
    {
        var text = row.Text(part);
        if (!states.TryGetValue(text, out var code))
        {
            code = StateOf(text);
            if (states.Count < MostWords)
                states[text] = code;
        }
        return code ?? throw row.Rejected(ListRule.ValueUnknown, part, ("found", text), ("expected", "ISO 3166-1, Doc 9303-3"));
    }

    private static string? StateOf(string text)
    {
        if (text.Length == 0)
            return null;
        if (IssuingStates.Find(text.ToUpperInvariant()) is { } state && state.Iso3166Alpha3 is not "DEU")
            return state.Code;
        return CountryWords.OfAnyCode(text) is { } iso ? ZoneCodes.GetValueOrDefault(iso, iso) : null;
    }

    /// <summary>Upper case, without what divides its parts. Digits and letters that no zone has would leave another number behind: they are told.</summary>
    private static string Number(Row row, string part)
    {
        var text = row.Text(part, LongestNumber);
        if (text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)))
            return text;
        if (text.EnumerateRunes().Any(c => !c.IsAscii && Rune.IsLetterOrDigit(c)))
            throw row.Rejected(ListRule.ValueUnknown, part, ("found", text), ("expected", "A-Z, 0-9"));
        return string.Concat(text.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant));
    }

    private static string? Filled(string text) => text.Length == 0 ? null : text;

    private static Dictionary<string, string> Words(params string[] pairs) => pairs.Select(p => p.Split(' ')).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);

    private readonly struct Row(LegacyCrossingReader reader, string[] fields, long line)
    {
        public string Text(string part, int longest = LongestText)
        {
            if (!reader.columns.TryGetValue(part, out var index))
                return "";
            var text = fields[index];
            return text.Length <= longest ? text : throw Rejected(ListRule.ValueTooLong, part, ("characters", longest));
        }

        /// <summary>What a word means by the mapping, otherwise by those that every file may use; <paramref name="otherwise"/> where there is none.</summary>
        public string Word(string part, IReadOnlyDictionary<string, string> mapped, Dictionary<string, string> known, string? otherwise)
        {
            var text = Text(part);
            if (text.Length == 0 && otherwise is not null)
                return otherwise;
            return mapped.GetValueOrDefault(text) ?? known.GetValueOrDefault(text) ?? throw Rejected(ListRule.ValueUnknown, part, ("found", text), ("expected", string.Join(", ", mapped.Keys.Concat(known.Keys))));
        }

        public RejectedException Rejected(ListRule rule, string part, params ReadOnlySpan<(string Name, object? Value)> evidence) =>
            new(rule.Broken(reader.file, line, 0, reader.columns.TryGetValue(part, out var index) ? reader.header.Names[index] : part, evidence));
    }

    /// <summary>Ends the reading of one record; never leaves this class.</summary>
#pragma warning disable CA1032, CA1064
    private sealed class RejectedException(ListError error) : Exception
    {
        public ListError Error => error;
    }
#pragma warning restore CA1032, CA1064
}
