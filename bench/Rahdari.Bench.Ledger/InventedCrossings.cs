using System.Globalization;
using System.Text;
using Rahdari.Border.Advice;
using Rahdari.Border.Crossings;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Bench.Ledger;

/// <summary>
/// The crossings of a country that does not exist, in the order of time: most travellers come and go once or twice, some a dozen times, one in a hundred
/// commutes for years. Six in ten are nationals, who leave first. Of aliens some stay too long and some never leave. The same for the same seed.
/// </summary>
internal sealed class InventedCrossings(int crossings, int travellers, int seed)
{
    public const string Heading = "key,surname,given_names,date_of_birth,sex,nationality,document_type,issuing_state,document_number,cnic,direction,at,port,flight,officer,permitted_until,outcome";

    private const int Days = 2100;

    private static readonly DateTime First = new(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Ports = ["PKKHI", "PKLHE", "PKISB", "PKPEW", "PKTRK", "PKCHA", "PKWAG", "PKGWD"];
    private static readonly (string State, int Share)[] Aliens = [("AFG", 40), ("CHN", 15), ("GBR", 12), ("IRN", 10), ("USA", 8), ("SAU", 5), ("ARE", 4), ("D", 3), ("UTO", 2), ("BRN", 1)];
    private static readonly string[] Syllables = ["SPE", "CI", "MEN", "UTO", "RA", "DA", "RI", "NA", "SHA", "KO", "LI", "MU", "TA", "ZA", "BE", "GUL", "HA", "JAN"];

    /// <summary>Writes them as a legacy system's file.</summary>
    public void Write(string file)
    {
        var events = Events();
        using var to = new StreamWriter(file, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        to.WriteLine(Heading);
        var line = new StringBuilder(256);
        for (var i = 0; i < events.Length; i++)
        {
            line.Clear();
            Append(line, i + 1, events[i]);
            to.WriteLine(line);
        }
    }

    /// <summary>The same as rows, with the number of the traveller; travellers' own ids are made at their first crossing.</summary>
    public IEnumerable<(int Traveller, Crossing Crossing)> Rows(string node)
    {
        var (events, ids, import) = (Events(), new Guid[travellers], Guid.CreateVersion7(First));
        for (var i = 0; i < events.Length; i++)
        {
            var (minute, traveller, isEntry, isRefused) = Unpacked(events[i]);
            var (isNational, at) = (IsNational(traveller), new DateTimeOffset(First.AddMinutes(minute).AddSeconds((i + 1) % 60)));
            var state = isNational ? "PAK" : Alien(Mixed(traveller, 2) % 100);
            if (ids[traveller] == Guid.Empty)
                ids[traveller] = Guid.CreateVersion7(at);
            yield return (traveller, new Crossing
            {
                Id = Guid.CreateVersion7(at),
                Node = node,
                Port = Port(traveller),
                Counter = "",
                Direction = isEntry ? Direction.Entry : Direction.Exit,
                Outcome = isRefused ? CrossingOutcome.Refused : isEntry ? CrossingOutcome.Admitted : CrossingOutcome.Departed,
                At = at,
                DecidedBy = $"bench/officer{Mixed(i + 1, 9) % 400}",
                EncounterId = Guid.Empty,
                TravellerId = ids[traveller],
                DocumentCode = "P",
                IssuingState = state,
                DocumentNumber = $"SPC{traveller:D8}",
                Nationality = state,
                PrimaryIdentifier = Name(new StringBuilder(), Mixed(traveller, 3), 3).ToString(),
                SecondaryIdentifier = Name(new StringBuilder(), Mixed(traveller, 4), 2).ToString(),
                DateOfBirth = PartialDate.From(Born(traveller)),
                Sex = Mixed(traveller, 6) % 2 == 0 ? Sex.Female : Sex.Male,
                Advice = AdviceLevel.Clear,
                AdviceReasons = "",
                PermittedUntil = isEntry && !isNational && !isRefused ? DateOnly.FromDateTime(at.UtcDateTime.AddDays(30)) : null,
                IdempotencyKey = $"bench {i + 1}",
                Source = "bench",
                Conveyance = $"UT{Mixed(minute, 8) % 500:D3}",
                PersonalNumber = isNational ? $"99999{traveller:D8}" : null,
                ImportId = import,
            });
        }
    }

    /// <summary>True for a national, who leaves before they come back.</summary>
    public bool LeavesFirst(int traveller) => IsNational(traveller);

    /// <summary>The traveller's passport.</summary>
    public MrzFields Passport(int traveller)
    {
        var state = IsNational(traveller) ? "PAK" : Alien(Mixed(traveller, 2) % 100);
        return new MrzFields
        {
            Format = MrzFormat.TD3,
            DocumentCode = "P",
            IssuingState = state,
            PrimaryIdentifier = Name(new StringBuilder(), Mixed(traveller, 3), 3).ToString(),
            SecondaryIdentifier = Name(new StringBuilder(), Mixed(traveller, 4), 2).ToString(),
            NameMayBeTruncated = false,
            DocumentNumber = $"S{traveller:D8}",
            Nationality = state,
            DateOfBirth = PartialDate.From(Born(traveller)),
            Sex = Mixed(traveller, 6) % 2 == 0 ? Sex.Female : Sex.Male,
            DateOfExpiry = PartialDate.From(DateOnly.FromDateTime(DateTime.UtcNow).AddYears(3)),
            OptionalData = [IsNational(traveller) ? $"99999{traveller:D8}" : ""],
        };
    }

    /// <summary>Minute, traveller, direction and whether refused, packed so that they sort by time.</summary>
    private long[] Events()
    {
        var random = new Random(seed);
        var events = new List<long>(crossings + 4096);
        for (var traveller = 0; events.Count < crossings; traveller = (traveller + 1) % travellers)
        {
            var trips = random.Next(100) switch { 0 => random.Next(20, 300), < 10 => random.Next(3, 12), _ => random.Next(1, 3) };
            var isNational = IsNational(traveller);
            var minute = random.Next(Days * 1440);
            for (var trip = 0; trip < trips && minute < Days * 1440; trip++)
            {
                Add(minute, traveller, isEntry: !isNational);
                var stays = trips > 19 ? random.Next(300, 4000) : random.Next(1, 100) < 96 ? random.Next(1440, 28 * 1440) : random.Next(35 * 1440, 300 * 1440);
                // Who never leaves, or never comes back.
                if (trip == trips - 1 && random.Next(100) < 3)
                    break;
                minute += stays;
                if (minute < Days * 1440)
                    Add(minute, traveller, isEntry: isNational);
                minute += trips > 19 ? random.Next(300, 4000) : random.Next(1440, 200 * 1440);
            }

            void Add(int at, int who, bool isEntry) => events.Add(((long)at << 36) | ((long)who << 2) | (isEntry ? 2L : 0L) | (random.Next(1000) == 0 ? 1L : 0L));
        }
        var all = events.ToArray();
        Array.Sort(all);
        return all[..crossings];
    }

    private static (int Minute, int Traveller, bool IsEntry, bool IsRefused) Unpacked(long happening) =>
        ((int)(happening >> 36), (int)((happening >> 2) & 0xFFFFFFFF), (happening & 2) != 0, (happening & 1) != 0);

    private DateOnly Born(int traveller) => DateOnly.FromDateTime(First.AddDays(-8000 - (Mixed(traveller, 5) % 16000)));

    private string Port(int traveller) => Ports[Math.Min(Ports.Length - 1, (int)(Mixed(traveller, 7) % 16))];

    private bool IsNational(int traveller) => Mixed(traveller, 1) % 10 < 6;

    private void Append(StringBuilder line, int key, long happening)
    {
        var (minute, traveller, isEntry, isRefused) = Unpacked(happening);
        var (isNational, at) = (IsNational(traveller), First.AddMinutes(minute));
        var state = isNational ? "PAK" : Alien(Mixed(traveller, 2) % 100);
        var invariant = CultureInfo.InvariantCulture;
        line.Append(invariant, $"{key},");
        Name(line, Mixed(traveller, 3), 3).Append(',');
        Name(line, Mixed(traveller, 4), 2).Append(',');
        line.Append(Born(traveller).ToString("yyyy-MM-dd", invariant)).Append(Mixed(traveller, 6) % 2 == 0 ? ",F," : ",M,").Append(state).Append(",P,").Append(state);
        line.Append(invariant, $",SPC{traveller:D8},");
        if (isNational)
            line.Append(invariant, $"99999{traveller:D8}");
        line.Append(isEntry ? ",entry," : ",exit,").Append(at.AddSeconds(key % 60).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", invariant));
        line.Append(invariant, $",{Port(traveller)},UT{Mixed(minute, 8) % 500:D3},officer{Mixed(key, 9) % 400},");
        if (isEntry && !isNational)
            line.Append(at.AddDays(30).ToString("yyyy-MM-dd", invariant));
        line.Append(isRefused ? ",refused" : ",");
    }

    private static string Alien(long share)
    {
        foreach (var (state, part) in Aliens)
        {
            if ((share -= part) < 0)
                return state;
        }
        return "UTO";
    }

    private static StringBuilder Name(StringBuilder line, long number, int syllables)
    {
        for (; syllables > 0; syllables--, number /= Syllables.Length)
            line.Append(Syllables[number % Syllables.Length]);
        return line;
    }

    /// <summary>Not negative; the same for the same traveller and purpose.</summary>
    private long Mixed(long value, int purpose)
    {
        var mixed = (ulong)((value * 31) + purpose + ((long)seed << 40)) * 0x9E3779B97F4A7C15UL;
        mixed ^= mixed >> 29;
        mixed *= 0xBF58476D1CE4E5B9UL;
        return (long)((mixed ^ (mixed >> 32)) & 0x7FFFFFFF);
    }
}
