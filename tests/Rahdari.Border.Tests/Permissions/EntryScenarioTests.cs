using System.Globalization;
using System.Text.RegularExpressions;
using Rahdari.Border.Advice;
using Rahdari.Border.Crossings;
using Rahdari.Border.Permissions;

namespace Rahdari.Border.Tests.Permissions;

/// <summary>
/// What the counter advises of visas, permits and stays: a line a case, run through the desk on a real site.
/// Days are counted from the day on which the case begins: d0.
/// </summary>
public sealed partial class EntryScenarioTests(EntryScenarioTests.OneSite shared) : IClassFixture<EntryScenarioTests.OneSite>
{
    /// <summary>The rules of entry of every case.</summary>
    private static readonly PermissionClass[] Rules =
    [
        Class("FREE-90", PermissionKind.VisaFree) with { Issued = false, Nationalities = ["UTO"], StayDays = 90, LimitDays = 90, LimitWindow = 180 },
        Class("FREE-DIPLOMAT", PermissionKind.VisaFree) with { Issued = false, Nationalities = ["LKA"], Documents = ["PD"], StayDays = 60 },
        Class("FREE-ENDED", PermissionKind.VisaFree) with { Issued = false, Nationalities = ["NPL"], StayDays = 30, Until = new DateOnly(2025, 12, 31) },
        Class("FREE-COMING", PermissionKind.VisaFree) with { Issued = false, Nationalities = ["NPL"], StayDays = 30, From = new DateOnly(2090, 1, 1) },
        Class("FREE-LIMIT", PermissionKind.VisaFree) with { Issued = false, Nationalities = ["MYS"], LimitDays = 90, LimitWindow = 180 },
        Class("ON-ARRIVAL", PermissionKind.OnArrival) with { Issued = false, Nationalities = ["D", "GBR"], StayDays = 30, DocumentDays = 180 },
        Class("CREW", PermissionKind.Crew) with { Issued = false, Documents = ["AC"], StayDays = 7 },
        Class("TOURIST", PermissionKind.Visa) with { Entries = 1, StayDays = 30 },
        Class("BUSINESS", PermissionKind.Visa) with { StayDays = 60, LimitDays = 120, LimitWindow = 365 },
        Class("TRANSIT", PermissionKind.Transit) with { Entries = 1, StayDays = 3 },
        Class("RESIDENT", PermissionKind.Residence) with { StaysWithinValidity = true },
        Class("PERMIT-KARACHI", PermissionKind.BorderPermit) with { Nationalities = ["AFG"], Documents = ["P", "I"], Ports = ["PKKHI"], StayDays = 15, StaysWithinValidity = true },
        Class("PERMIT-CHAMAN", PermissionKind.BorderPermit) with { Nationalities = ["AFG"], Documents = ["P", "I"], Ports = ["PKCHM"], StayDays = 15, StaysWithinValidity = true },
    ];

    /// <summary>A class that was there when a visa of it was issued, and is not any more.</summary>
    private const string GoneClass = "GONE";

    /// <summary>case | nationality and document | what was issued to them | what happened before | now | advice | last day permitted | reasons, ! for one that must not be given.</summary>
    public static TheoryData<string> Cases =>
    [
        "Who needs no visa enters for the days that the rule gives | UTO P | - | - | entry d0 | clear | d89 | PERMISSION_ENTERS_BY !PERMISSION_NONE",
        "Who needs no visa has used sixty of ninety days and may stay thirty more | UTO P | - | in d0; out d59 | entry d100 | clear | d129 | PERMISSION_ENTERS_BY",
        "Who has used ninety days in one hundred and eighty may not enter by that rule | UTO P | - | in d0; out d89 | entry d100 | refer | - | PERMISSION_NONE PERMISSION_LIMIT_REACHED",
        "When the first days fall out of the window they may enter again | UTO P | - | in d0; out d89 | entry d180 | clear | d269 | PERMISSION_ENTERS_BY !PERMISSION_LIMIT_REACHED",
        "On the first day on which one day has fallen out of the window a stay may begin, and each day more lets another go | UTO P | - | in d0; out d89 | entry d181 | clear | d270 | PERMISSION_ENTERS_BY",
        "Two visits of forty-five days use up ninety | UTO P | - | in d0; out d44; in d60; out d104 | entry d120 | refer | - | PERMISSION_LIMIT_REACHED",
        "A day on which somebody leaves and enters again counts once | UTO P | - | in d0; out d10; in d10; out d20 | entry d30 | clear | d98 | PERMISSION_ENTERS_BY",
        "Days of residence are not days of a visit | UTO P | RESIDENT d0..d100 | in d0; out d100 | entry d101 | clear | d190 | PERMISSION_ENTERS_BY PERMISSION_EXPIRED !PERMISSION_LIMIT_REACHED",
        "Whose nationality no rule names and who holds no visa is referred | BGD P | - | - | entry d0 | refer | - | PERMISSION_NONE !PERMISSION_ENTERS_BY",
        "A diplomat enters without a visa where the rule is for diplomatic passports | LKA PD | - | - | entry d0 | clear | d59 | PERMISSION_ENTERS_BY",
        "The same nationality with an ordinary passport does not | LKA P | - | - | entry d0 | refer | - | PERMISSION_NONE PERMISSION_OTHER_DOCUMENT_KIND",
        "A rule that has ended lets nobody in | NPL P | - | - | entry d0 | refer | - | PERMISSION_NONE",
        "A visa on arrival is issued to a passport valid long enough | GBR P | - | - | entry d0 | clear | d29 | PERMISSION_ENTERS_BY",
        "A visa on arrival is not issued to a passport that soon expires | GBR P until d100 | - | - | entry d0 | refer | - | PERMISSION_NONE PERMISSION_DOCUMENT_TOO_SHORT",
        "Nobody may stay longer than their passport is valid | UTO P until d40 | - | - | entry d0 | clear | d40 | PERMISSION_ENTERS_BY",
        "Nor where a limit alone counts the days | MYS P until d40 | - | - | entry d0 | clear | d40 | PERMISSION_ENTERS_BY",
        "A limit alone gives as many days as it allows | MYS P until d1000 | - | in d0; out d9 | entry d20 | clear | d99 | PERMISSION_ENTERS_BY",
        "A crew member enters by the crew's certificate | PHL AC | - | - | entry d0 | clear | d6 | PERMISSION_ENTERS_BY",
        "A crew member with a passport alone is a traveller as any other | PHL P | - | - | entry d0 | refer | - | PERMISSION_NONE !PERMISSION_ENTERS_BY",
        "A visa that a mission issued lets in | BGD P | TOURIST d0..d90 | - | entry d0 | clear | d29 | PERMISSION_ENTERS_BY",
        "On the last day of its validity a visa still lets in, for its whole stay | BGD P | TOURIST d0..d90 | - | entry d90 | clear | d119 | PERMISSION_ENTERS_BY",
        "The day after it does not | BGD P | TOURIST d0..d90 | - | entry d91 | refer | - | PERMISSION_NONE PERMISSION_EXPIRED",
        "Before its first day it does not | BGD P | TOURIST d5..d90 | - | entry d4 | refer | - | PERMISSION_NONE PERMISSION_NOT_YET_VALID",
        "A single entry lets in once | BGD P | TOURIST d0..d90 | in d0; out d10 | entry d20 | refer | - | PERMISSION_NONE PERMISSION_ENTRIES_USED",
        "A visa issued for two entries lets in twice, whatever its class says | BGD P | TOURIST d0..d90 x2 | in d0; out d10 | entry d20 | clear | d49 | PERMISSION_ENTERS_BY",
        "And not a third time | BGD P | TOURIST d0..d90 x2 | in d0; out d10; in d20; out d25 | entry d30 | refer | - | PERMISSION_ENTRIES_USED",
        "A visa for many entries lets in again | BGD P | BUSINESS d0..d360 | in d0; out d10; in d20; out d30 | entry d40 | clear | d99 | PERMISSION_ENTERS_BY",
        "A visa issued for ten days gives ten | BGD P | TOURIST d0..d90 10d | - | entry d0 | clear | d9 | PERMISSION_ENTERS_BY",
        "A rolling limit of a visa ends the stay before its days are used | BGD P | BUSINESS d0..d360 | in d0; out d59; in d70; out d109 | entry d120 | clear | d139 | PERMISSION_ENTERS_BY",
        "A visa that was revoked lets nobody in | BGD P | TOURIST d0..d90 revoked | - | entry d0 | refer | - | PERMISSION_NONE PERMISSION_REVOKED",
        "Who needs no visa and holds one that was revoked is to be asked why | UTO P | TOURIST d0..d90 revoked | - | entry d0 | refer | d89 | PERMISSION_ENTERS_BY PERMISSION_REVOKED",
        "A visa of somebody else that has ended stops nobody who needs none | UTO P | TOURIST d0..d5 other-holder | - | entry d10 | clear | d99 | PERMISSION_ENTERS_BY PERMISSION_OTHER_HOLDER",
        "A visa of somebody else lets nobody in | BGD P | TOURIST d0..d90 other-holder | - | entry d0 | refer | - | PERMISSION_NONE PERMISSION_OTHER_HOLDER",
        "A visa for another port does not let in here | BGD P | TOURIST d0..d90 PKLHE | - | entry d0 | refer | - | PERMISSION_NONE PERMISSION_OTHER_PORT",
        "A visa for this port and another does | BGD P | TOURIST d0..d90 PKLHE PKKHI | - | entry d0 | clear | d29 | PERMISSION_ENTERS_BY",
        "Of two visas the one that allows the longer stay is used | BGD P | TOURIST d0..d90; BUSINESS d0..d90 | - | entry d0 | clear | d59 | PERMISSION_ENTERS_BY:BUSINESS",
        "Where the better one is used up the other is, and it is told why | BGD P | TOURIST d0..d90; BUSINESS d0..d90 x1 | in d0; out d10 | entry d20 | clear | d49 | PERMISSION_ENTERS_BY:TOURIST PERMISSION_ENTRIES_USED",
        "A visa is kept where the nationality needs none | UTO P | TOURIST d0..d90 | - | entry d0 | clear | d89 | PERMISSION_ENTERS_BY:FREE-90",
        "Where the days without a visa are used the visa is | UTO P | TOURIST d0..d200 | in d0; out d89 | entry d100 | clear | d129 | PERMISSION_ENTERS_BY:TOURIST PERMISSION_LIMIT_REACHED",
        "A resident stays as long as the permit is valid | BGD P | RESIDENT d0..d400 | - | entry d0 | clear | d400 | PERMISSION_ENTERS_BY",
        "A resident comes and goes | BGD P | RESIDENT d0..d400 | in d0; out d100; in d150; out d200 | entry d250 | clear | d400 | PERMISSION_ENTERS_BY",
        "Transit gives three days | BGD P | TRANSIT d0..d30 | - | entry d0 | clear | d2 | PERMISSION_ENTERS_BY",
        "A neighbour's permit lets in by passport or identity card at its port | AFG I | PERMIT-KARACHI d0..d90 | - | entry d0 | clear | d14 | PERMISSION_ENTERS_BY",
        "A stay by a neighbour's permit ends with the permit | AFG I | PERMIT-KARACHI d0..d5 | - | entry d0 | clear | d5 | PERMISSION_ENTERS_BY",
        "A neighbour's permit for another port does not let in here | AFG I | PERMIT-CHAMAN d0..d90 | - | entry d0 | refer | - | PERMISSION_NONE PERMISSION_OTHER_PORT",
        "A neighbour's permit is of no use to another nationality | BGD P | PERMIT-KARACHI d0..d90 | - | entry d0 | refer | - | PERMISSION_NONE PERMISSION_OTHER_NATIONALITY",
        "A visa of a class that the rules do not have any more lets nobody in | BGD P | GONE d0..d90 | - | entry d0 | refer | - | PERMISSION_NONE PERMISSION_CLASS_UNKNOWN",
        "Nobody asks a national for a visa | PAK P | - | - | entry d0 | clear | - | !PERMISSION_NONE !PERMISSION_ENTERS_BY",
        "Who leaves within their days is not asked | BGD P | TOURIST d0..d90 | in d0 | exit d29 | clear | - | !STAY_OVERSTAYED !PERMISSION_NONE",
        "Who leaves a day late has overstayed | BGD P | TOURIST d0..d90 | in d0 | exit d30 | refer | - | STAY_OVERSTAYED",
        "Whose stay was extended has not | BGD P | TOURIST d0..d90 | in d0; extended d20 to d60 | exit d60 | clear | - | STAY_EXTENDED !STAY_OVERSTAYED",
        "An extension that has run out too does not help | BGD P | TOURIST d0..d90 | in d0; extended d20 to d60 | exit d61 | refer | - | STAY_OVERSTAYED STAY_EXTENDED",
        "An extension that was revoked does not help | BGD P | TOURIST d0..d90 | in d0; extended d20 to d60 revoked | exit d60 | refer | - | STAY_OVERSTAYED !STAY_EXTENDED",
        "An extension of an earlier stay does not lengthen this one | BGD P | BUSINESS d0..d360 | in d0; extended d5 to d200; out d10; in d20 | exit d100 | refer | - | STAY_OVERSTAYED !STAY_EXTENDED",
        "An extension that arrives before the record of the entry counts all the same | UTO P | - | extended d0 to d120; in d0 | exit d110 | clear | - | STAY_EXTENDED !STAY_OVERSTAYED",
        "Who enters again without having left is asked | BGD P | BUSINESS d0..d360 | in d0 | entry d5 | ask | d64 | STAY_ALREADY_INSIDE PERMISSION_ENTERS_BY",
        "An alien who leaves and never entered is asked | BGD P | - | - | exit d0 | ask | - | STAY_NO_ENTRY",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_counter_advises(string line)
    {
        var site = shared.Site;
        var told = line.Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal(8, told.Length);
        var (who, issued, before, now, advice, until, reasons) = (told[1].Split(' '), told[2], told[3], told[4].Split(' '), told[5], told[6], told[7].Split(' '));
        // Each case begins in the morning, whichever went before: an hour later it is still that day.
        var start = new DateTimeOffset(site.Clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(1) + TestSite.Start.TimeOfDay;
        site.Clock.SetUtcNow(start);
        var traveller = new Traveller(who[0], who[1], Form(who[0], shared.Next()), who is [_, _, "until", var last] ? Day(start, last) : Day(start, "d2000"));

        var revoked = new List<Permission>();
        foreach (var item in Items(issued))
        {
            var permission = await IssueAsync(site, traveller, item.Split(' '), start);
            if (item.Contains("revoked", StringComparison.Ordinal))
                revoked.Add(permission);
        }
        foreach (var step in Items(before))
            await HappenAsync(site, traveller, step.Split(' '), start);
        foreach (var permission in revoked)
            Assert.True((await site.Get<PermissionRegister>().RevokeAsync(permission.Id, "a mistake of the mission", site.VisaOfficer, Cancellation)).Succeeded);

        Reach(site, start, now[1]);
        var encounter = await site.PresentAsync(traveller.Zone, now[0] == "entry" ? Direction.Entry : Direction.Exit);
        Assert.True(Enum.Parse<AdviceLevel>(advice, ignoreCase: true) == encounter.Advice.Level, $"{encounter.Advice.Level}: {string.Join(", ", encounter.Advice.Reasons.Select(r => $"{r.Severity} {r.Code}"))}");
        if (until != "-")
            Assert.Equal(Day(start, until), encounter.DefaultPermittedUntil);
        foreach (var reason in reasons)
        {
            var code = reason.TrimStart('!').Split(':');
            Assert.Equal(!reason.StartsWith('!'), encounter.Advice.Reasons.Any(r => r.Code == code[0] && (code.Length == 1 || r.Evidence["permission"].StartsWith(code[1], StringComparison.Ordinal))));
        }
    }

    private static PermissionClass Class(string code, PermissionKind kind) =>
        new() { Code = code, Kind = kind, Title = code, LegalBasis = "Specimen rules", From = new DateOnly(2020, 1, 1) };

    /// <summary>A number in the form that the State's passports have.</summary>
    private static string Form(string nationality, int number) => nationality switch
    {
        "PAK" => $"SP{number:0000000}",
        "GBR" => $"{number:000000000}",
        _ => $"S{number:00000000}",
    };

    private static string[] Items(string column) => column == "-" ? [] : column.Split(';', StringSplitOptions.TrimEntries);

    private async Task<Permission> IssueAsync(TestSite site, Traveller traveller, string[] item, DateTimeOffset start)
    {
        var dates = item[1].Split("..");
        if (item[0] == GoneClass)
            await shared.PublishAsync([.. Rules, Class(GoneClass, PermissionKind.Visa)]);
        var answer = await site.Get<PermissionRegister>().IssueAsync(
            new IssuedPermission(
                "Mission at Specimen",
                $"V-{traveller.Number}-{item[0]}",
                item[0],
                traveller.Nationality,
                traveller.Number,
                traveller.Nationality,
                item.Contains("other-holder") ? "SOMEBODY" : traveller.Surname,
                item.Contains("other-holder") ? "ELSE" : "KHANUM",
                Dates.PartialDate.Parse(traveller.Born),
                Day(start, dates[0]),
                Day(start, dates[1]),
                Number(item, EntriesForm()),
                Number(item, DaysForm()),
                [.. item.Where(word => word.StartsWith("PK", StringComparison.Ordinal))]),
            site.VisaOfficer,
            Cancellation);
        Assert.True(answer.Succeeded, answer.Problem?.ToString());
        await shared.PublishAsync(Rules);
        return answer.Value;
    }

    private static async Task HappenAsync(TestSite site, Traveller traveller, string[] step, DateTimeOffset start)
    {
        Reach(site, start, step[1]);
        if (step[0] != "extended")
        {
            await site.PassAsync(traveller.Zone, step[0] == "in" ? Direction.Entry : Direction.Exit);
            return;
        }
        var granted = await site.Get<ExtensionRegister>().GrantAsync(
            new GrantedExtension("Passport office", $"X-{traveller.Number}", traveller.Nationality, traveller.Number, Day(start, step[1]), Day(start, step[3]), "Specimen rules"), site.VisaOfficer, Cancellation);
        Assert.True(granted.Succeeded, granted.Problem?.ToString());
        if (step.Contains("revoked"))
            Assert.True((await site.Get<ExtensionRegister>().RevokeAsync(granted.Value.Id, "a mistake of the office", site.VisaOfficer, Cancellation)).Succeeded);
    }

    /// <summary>Lets time go on to a day of the case; the next thing on a day happens an hour later.</summary>
    private static void Reach(TestSite site, DateTimeOffset start, string day)
    {
        var then = start.AddDays(int.Parse(day[1..], CultureInfo.InvariantCulture));
        site.Clock.SetUtcNow(then > site.Clock.GetUtcNow() ? then : site.Clock.GetUtcNow().AddHours(1));
    }

    private static DateOnly Day(DateTimeOffset start, string day) => TestSite.Settings.LocalDay(start).AddDays(int.Parse(day[1..], CultureInfo.InvariantCulture));

    private static int? Number(string[] words, Regex form) =>
        words.Select(word => form.Match(word)).FirstOrDefault(match => match.Success) is { } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^x(\d+)$")]
    private static partial Regex EntriesForm();

    [GeneratedRegex(@"^(\d+)d$")]
    private static partial Regex DaysForm();

    private sealed record Traveller(string Nationality, string Code, string Number, DateOnly Expires)
    {
        /// <summary>No two cases are of people of one name.</summary>
        public string Surname => $"SPECIMEN{string.Concat(Number.Where(char.IsAsciiDigit).Select(digit => (char)('A' + digit - '0')))}";

        /// <summary>Nor of one day of birth: they would be taken for one person.</summary>
        public string Born => $"{new DateOnly(1960, 1, 2).AddDays(37 * int.Parse(string.Concat(Number.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture)):yyyy-MM-dd}";

        public string Zone => Code.StartsWith('P')
            ? Specimens.Passport(Number, Surname, nationality: Nationality, born: Born, code: Code, expires: $"{Expires:yyyy-MM-dd}")
            : Specimens.Card(Number, Surname, Nationality, Born, $"{Expires:yyyy-MM-dd}", Code);
    }

    /// <summary>One site for every case: each has a traveller of its own, and time only goes on.</summary>
    public sealed class OneSite : IAsyncLifetime
    {
        private int travellers;

        internal TestSite Site { get; private set; } = null!;

        internal int Next() => Interlocked.Increment(ref travellers);

        public async ValueTask InitializeAsync()
        {
            Site = await TestSite.OpenAsync(TestSite.Sqlite);
            // Otherwise every case would be told that nobody is screened.
            await Lists.ImportAsync(Site, Lists.Person("SP.1", "NOBODY AT ALL", "1901-01-01"));
            await PublishAsync(Rules);
        }

        internal async Task PublishAsync(PermissionClass[] rules)
        {
            var published = await Site.Get<EntryRulesRegister>().PublishAsync(rules, "specimen", Site.VisaOfficer, CancellationToken.None);
            Assert.True(published.Succeeded, published.Problem?.ToString());
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
