using System.Text;
using CsCheck;

namespace Rahdari.Node.Tests.Api;

/// <summary>Bad input is expected input: the answer names the field, the place and the rule.</summary>
public sealed class BadRequestTests
{
    private const string Nothing = "01990000-0000-7000-8000-000000000001";

    private static readonly (string Role, string Path, string Body, int Times)[] Bodies =
    [
        (Roles.Officer, "/api/v1/encounters", """{"mrz":"P<UTO","direction":"entry","counter":"1","accompanied":false}""", 400),
        (Roles.Officer, $"/api/v1/encounters/{Nothing}/decision", """{"kind":"refuse","reason":"a reason","permittedUntil":"2026-04-01","permission":"TOURIST/V-1"}""", 400),
        (Roles.Officer, $"/api/v1/encounters/{Nothing}/visa", """{"mrz":"V<PAKSPECIMENA<<KHANUM"}""", 100),
        (Roles.Officer, $"/api/v1/encounters/{Nothing}/visual-zone", """{"documentCode":"P","issuingState":"UTO","primaryIdentifier":"Specimena","documentNumber":"U1","dateOfBirth":"1980-XX-17","sex":"female","dateOfExpiry":"2031-01-01"}""", 200),
        (Roles.Officer, "/api/v1/documents/inspection", """{"mrz":"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10","on":"2012-01-31"}""", 400),
        (Roles.Officer, "/api/v1/screenings", """{"person":{"name":"Khanum Specimena","dateOfBirth":"1980-XX-17","nationality":"UTO","sex":"F","documentNumber":"U1","issuingState":"UTO","personalNumber":"7","nameMayBeTruncated":true},"threshold":0.5}""", 400),
        (Roles.Officer, "/api/v1/screenings/comparison", """{"person":{"name":"Khanum Specimena"},"list":"un","reference":"SP.1","purpose":"counter"}""", 200),
        (Roles.Supervisor, $"/api/v1/hits/{Nothing}/resolution", """{"resolution":"dismissed","reason":"another person","until":"2026-04-01"}""", 400),
        (Roles.Supervisor, $"/api/v1/vetted/{Nothing}/withdrawal", """{"reason":"a doubt"}""", 100),
        (Roles.Supervisor, $"/api/v1/links/{Nothing}/confirmation", """{"reason":"one face"}""", 50),
        (Roles.Supervisor, $"/api/v1/links/{Nothing}/rejection", """{"reason":"two faces"}""", 50),
        (Roles.Supervisor, $"/api/v1/links/{Nothing}/undoing", """{"reason":"a twin"}""", 50),
        (Roles.WatchlistManager, "/api/v1/policy/versions", """{"rules":[{"list":"un","purpose":"counter","isScreened":true,"threshold":0.6,"weight":-1}],"reason":"a reason"}""", 200),
        (Roles.WatchlistManager, "/api/v1/policy/versions/1/decision", """{"approve":false,"reason":"a reason"}""", 100),
        (Roles.Supervisor, "/api/v1/watchlists/un/held/decision", """{"heldAt":"2026-03-14T12:00:00Z","approve":true,"reason":"a reason"}""", 100),
        (Roles.Supervisor, "/api/v1/policy/preview", """{"rules":[{"list":"un","purpose":"advance","isScreened":false}],"purpose":"advance"}""", 200),
        (Roles.Administrator, "/api/v1/retention/versions", """{"periods":[{"class":"crossings","months":60,"legalBasis":"Specimen"}],"reason":"a reason"}""", 100),
        (Roles.Administrator, "/api/v1/legal-holds", """{"travellers":["01990000-0000-7000-8000-000000000001"],"exitOrder":3,"authority":"High Court (specimen)","authorityReference":"1/2026","reason":"an inquiry"}""", 100),
        (Roles.Administrator, "/api/v1/legal-holds/1/lifting", """{"authorityReference":"2/2026","reason":"closed"}""", 50),
        (Roles.Administrator, "/api/v1/legal-holds/1/lifting/agreement", """{"askedAt":"2026-03-01T06:00:00Z"}""", 50),
        (Roles.ExitControl, "/api/v1/exit-orders", """{"name":"NAMUNA SPECIMENZADA","dateOfBirth":"1980-XX-17","nationality":"PAK","cnic":"42101-0000000-2","documents":[{"number":"SP0000001","issuingState":"PAK"}],"kind":"courtOrder","legalBasis":"section 1","authority":"Court","authorityReference":"1/2026","validFrom":"2026-03-01","validTo":"2027-03-01","instruction":"stop"}""", 300),
        (Roles.ExitControl, "/api/v1/exit-orders/1/lifting", """{"authorityReference":"2/2026","reason":"recalled"}""", 100),
        (Roles.ExitControl, "/api/v1/exit-orders/1/lifting/agreement", """{"askedAt":"2026-03-01T06:00:00Z"}""", 50),
        (Roles.ExitControl, "/api/v1/travel-consents", """{"name":"NANHA","dateOfBirth":"2016-02-03","adults":[{"name":"NAMUNA","documentNumber":"SP0000001"}],"givenBy":"father","giverName":"MUSA","reference":"7","validFrom":"2026-01-01","destinations":["SAU"],"isForOneJourney":true}""", 200),
        (Roles.EmigrationGateway, "/api/v1/emigration-clearances", """{"name":"NAMUNA","cnic":"42101-0000000-2","registrationNumber":"R1","destination":"SAU","employer":"E","occupation":"O","validTo":"2027-01-01"}""", 200),
        (Roles.Officer, "/api/v1/encounters", """{"mrz":"P<UTO","direction":"exit","counter":"1","leaving":{"companion":"SP0000001","destination":"SAU","forWork":true}}""", 100),
        (Roles.VisaOfficer, "/api/v1/entry-rules/versions", """{"classes":[{"code":"TOURIST","kind":"visa","title":"Tourist","titleUrdu":"سیاحتی","issued":true,"nationalities":["UTO"],"documents":["P"],"ports":["PKKHI"],"entries":1,"stayDays":30,"limitDays":90,"limitWindow":180,"legalBasis":"Specimen","from":"2020-01-01","until":"2030-01-01"}],"reason":"a reason"}""", 200),
        (Roles.WatchlistManager, "/api/v1/indicators/versions", """{"indicators":[{"code":"IND-REC-ONE","label":"R01","kind":"record","title":"One","titleUrdu":"ایک","questions":[{"text":"Why?","urdu":"کیوں؟"}],"groups":["women"],"source":{"organisation":"SPECIMEN","title":"List","year":2009,"section":"1"},"detector":{"name":"sharedPhone","days":90,"count":5}}],"reason":"a reason"}""", 200),
        (Roles.Officer, $"/api/v1/encounters/{Nothing}/journey", """{"sponsor":"S","phone":"0300","address":"A","travelsWith":"SPC000001","oneWay":true,"paidByOther":false,"observed":["IND-OBS-NO-MONEY"]}""", 100),
        (Roles.VisaOfficer, "/api/v1/permissions", """{"authority":"Mission at Specimen","number":"V-1","class":"TOURIST","issuingState":"UTO","documentNumber":"SPC000001","nationality":"UTO","primaryIdentifier":"SPECIMENA","secondaryIdentifier":"KHANUM","dateOfBirth":"1980-XX-17","validFrom":"2026-01-01","validUntil":"2026-12-31","entries":2,"stayDays":30,"ports":["PKKHI"]}""", 200),
        (Roles.VisaOfficer, $"/api/v1/permissions/{Nothing}/revocation", """{"reason":"a mistake"}""", 100),
        (Roles.VisaOfficer, "/api/v1/extensions", """{"authority":"Passport office","reference":"X-1","issuingState":"UTO","documentNumber":"SPC000001","decidedOn":"2026-02-20","until":"2026-06-30","legalBasis":"Specimen"}""", 200),
        (Roles.Supervisor, $"/api/v1/crossings/{Nothing}/corrections", """{"seen":0,"reason":"a mistake","outcome":"annulled","conveyance":{"kind":"flight","number":"PK301"}}""", 200),
        (Roles.VisaOfficer, $"/api/v1/extensions/{Nothing}/revocation", """{"reason":"a mistake"}""", 100),
        (Roles.Supervisor, $"/api/v1/encounters/{Nothing}/interview", """{"id":"01990000-0000-7000-8000-000000000007","told":{"course":"held","language":"urd","isApart":true,"sex":"female","ageGroup":"adult","answers":[{"question":"idea","text":"an aunt","isDeclined":false}],"needs":["safety"],"outcome":"possibleVictim","why":"x","forms":["forcedLabour"],"suspicion":"y","circle":"AHTC-LHE","province":"PK-PB","mayBeAsked":true}}""", 200),
        (Roles.CaseSupervisor, $"/api/v1/case-referrals/{Nothing}/set-aside", """{"id":"01990000-0000-7000-8000-000000000008","why":"nothing"}""", 50),
        (Roles.CaseSupervisor, $"/api/v1/case-referrals/{Nothing}/review", """{"id":"01990000-0000-7000-8000-000000000009","mayBeRemoved":true,"why":"safe"}""", 100),
        (Roles.Investigator, $"/api/v1/evidence/{Nothing}/reading", """{"why":"to see"}""", 50),
        (Roles.Investigator, $"/api/v1/evidence/{Nothing}/handover", """{"id":"01990000-0000-7000-8000-000000000011","to":"x","receipt":"1","why":"y"}""", 50),
        (Roles.CaseSupervisor, $"/api/v1/evidence/{Nothing}/disposal", """{"id":"01990000-0000-7000-8000-000000000012","order":"1","why":"returned"}""", 50),
        (Roles.Investigator, "/api/v1/cases", """{"id":"01990000-0000-7000-8000-000000000002","opened":{"kind":"opened","day":"2026-02-01","law":"PTPA-2018","circle":"AHTC-LHE","province":"PK-PB","origin":"referral","isCrossBorder":true,"forms":["forcedLabour"],"summary":"A specimen"}}""", 200),
        (Roles.CaseSupervisor, $"/api/v1/cases/{Nothing}/events", """{"id":"01990000-0000-7000-8000-000000000003","version":1,"fact":{"kind":"verdictGiven","day":"2026-02-01","charge":{"accusedId":"01990000-0000-7000-8000-000000000004","law":"PTPA-2018","section":"3(1)"},"verdict":"convicted"}}""", 200),
        (Roles.CaseSupervisor, "/api/v1/laws/versions", """{"laws":[{"code":"A","title":{"en":"A","ur":"ا"},"citation":"1","from":"2020-01-01","isOfTrafficking":true,"procedure":"P","source":"x","offences":[{"section":"1","title":{"en":"A","ur":"ا"},"cognizable":true,"bailable":false,"penalty":{"prisonYearsAtMost":7}}]}],"procedures":[{"code":"P","title":{"en":"A","ur":"ا"},"steps":[{"event":"firRegistered","at":["enquiry"],"to":"investigation","source":"x"}],"timeLimits":[]}],"reason":"a reason"}""", 200),
        (Roles.Strategy, "/api/v1/consultations/01990000-0000-7000-8000-000000000005", """{"version":0,"draft":{"title":{"en":"A","ur":"ا"},"introduction":{"en":"A","ur":"ا"},"questions":[{"en":"A?","ur":"ا"}],"opensOn":"2026-03-01","closesOn":"2026-04-01","groups":["survivors"],"languages":["ur"],"takesPublic":true,"province":"PK-SD"}}""", 300),
        (Roles.Strategy, $"/api/v1/recommendations/{Nothing}", """{"version":0,"draft":{"consultationId":"01990000-0000-7000-8000-000000000005","title":{"en":"A","ur":"ا"},"text":{"en":"A","ur":"ا"},"themes":["data"],"contributions":["01990000-0000-7000-8000-000000000006"]}}""", 200),
        (Roles.Strategy, $"/api/v1/strategy-actions/{Nothing}", """{"version":0,"draft":{"title":{"en":"A","ur":"ا"},"owner":{"en":"A","ur":"ا"},"due":"2026-12-01","recommendations":["01990000-0000-7000-8000-000000000006"],"indicator":"casesRegistered","target":20,"year":2026,"baseline":{"on":"2025-12-31","value":3,"source":"S"}}}""", 200),
        (Roles.Strategy, $"/api/v1/consultations/{Nothing}/steps", """{"version":1,"step":"open","reason":"a reason"}""", 50),
        (Roles.Strategy, $"/api/v1/consultations/{Nothing}/contributions", """{"text":"Words","language":"ur","group":"survivors","question":1,"province":"PK-SD","name":"SPECIMEN","organisation":"Specimen"}""", 200),
        (Roles.Strategy, $"/api/v1/contributions/{Nothing}/moderation", """{"version":1,"accept":true,"themes":["data"],"reason":"a reason","shortened":"Words"}""", 100),
        (Roles.Strategy, $"/api/v1/contributions/{Nothing}/answer", """{"version":1,"answer":"Words"}""", 50),
        (Roles.Strategy, $"/api/v1/recommendations/{Nothing}/steps", """{"version":1,"to":"published","reason":"a reason"}""", 50),
        (Roles.Strategy, $"/api/v1/strategy-actions/{Nothing}/steps", """{"version":1,"to":"withdrawn","reason":"a reason"}""", 50),
        (Roles.Strategy, $"/api/v1/strategy-actions/{Nothing}/status", """{"version":1,"status":"delayed","reason":"a reason"}""", 50),
        (Roles.Strategy, $"/api/v1/strategy-actions/{Nothing}/measurement", """{"version":1}""", 50),
        (Roles.Caseworker, "/api/v1/shelter/organisation", """{"name":"House one","kind":"shelter","contact":"by the ministry","passphrase":"seven"}""", 100),
        (Roles.Caseworker, "/api/v1/shelter/members", """{"passphrase":"seven"}""", 50),
        (Roles.Caseworker, $"/api/v1/shelter/members/nobody/admission", """{"fingerprint":"0000-0000-0000-0000-0000"}""", 50),
        (Roles.Caseworker, "/api/v1/shelter/files", """{"id":"01990000-0000-7000-8000-000000000002","identity":{"name":"SPECIMEN","otherNames":["S"],"sex":"female","ageGroup":"adult","dateOfBirth":"1980","nationality":"UTO","documentNumbers":["SPC1"],"languages":["Urdu"]}}""", 200),
        (Roles.Caseworker, "/api/v1/shelter/files/search", """{"name":"SPECIMEN"}""", 50),
        (Roles.Caseworker, "/api/v1/shelter/files/01990000-0000-7000-8000-000000000002/consents", """{"id":"01990000-0000-7000-8000-000000000003","purpose":"statistics","recipient":"SPECIMEN-SHELTER","isRefusal":false,"from":"2026-03-01T06:00:00Z","until":"2026-04-01T06:00:00Z","details":{"givenBy":"guardian","guardian":"G","document":"1","explained":"all","language":"Urdu"}}""", 200),
        (Roles.Caseworker, "/api/v1/shelter/referrals", """{"id":"01990000-0000-7000-8000-000000000004","consentId":"01990000-0000-7000-8000-000000000003","message":"m"}""", 100),
        (Roles.Caseworker, "/api/v1/shelter/alerts", """{"id":"01990000-0000-7000-8000-000000000005","fileId":"01990000-0000-7000-8000-000000000002","level":"now","kind":"followed","what":"a car","toDo":"stay in","circle":"AHTC-KHI"}""", 100),
        (Roles.Caseworker, "/api/v1/shelter/beds", """{"id":"01990000-0000-7000-8000-000000000006","shelter":"House A","room":"1","name":"1","suitability":"women","from":"2026-03-01","until":"2027-03-01"}""", 200),
        (Roles.Caseworker, "/api/v1/shelter/beds/01990000-0000-7000-8000-000000000006/closing", """{"until":"2026-05-01"}""", 50),
        (Roles.Caseworker, "/api/v1/shelter/stays", """{"id":"01990000-0000-7000-8000-000000000007","fileId":"01990000-0000-7000-8000-000000000002","bedId":"01990000-0000-7000-8000-000000000006","from":"2026-03-02"}""", 100),
        (Roles.Caseworker, "/api/v1/shelter/stays/01990000-0000-7000-8000-000000000007/end", """{"until":"2026-03-05","end":{"reason":"ownWish","destination":"family","followUpDue":"2026-04-01","followedUpOn":"2026-04-02","note":"n"}}""", 100),
        (Roles.Caseworker, "/api/v1/shelter/waiting", """{"id":"01990000-0000-7000-8000-000000000008","fileId":"01990000-0000-7000-8000-000000000002","shelter":"House A","suitability":"women"}""", 100),
        (Roles.Caseworker, "/api/v1/shelter/cabinet", """{"passphrase":"not the passphrase"}""", 20),
        (Roles.Auditor, "/api/v1/ledger/verification", """{"anchor":"1:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"}""", 100),
        (Roles.Administrator, "/api/v1/users", """{"name":"officer17","roles":["officer","supervisor"],"port":"PKKHI"}""", 200),
        (Roles.WatchlistManager, "/api/v1/watchlists/un/import", """<CONSOLIDATED_LIST dateGenerated="2026-01-15"><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>SPECIMEN</FIRST_NAME><REFERENCE_NUMBER>SP.1</REFERENCE_NUMBER></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>""", 200),
        ("", "/api/v1/session", """{"name":"officer","password":"specimen","code":"123456"}""", 100),
    ];

    private static readonly string[] Pieces =
    [
        "null", "true", "-1", "1e999", "99999999999999999999", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\uD83D\\uDE00\"", "[]", "{}", "[[[[", "\"2026-02-30\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"راہداری\"",
        "\0", "\u202E", "'", "\\", "/*", "//", ",", ":", "\"entry\"", "7", "\"7\"", "\"Entry, Exit\"", "NaN", "\uFEFF", "<!DOCTYPE x>", "]]>", "&lt;", new string('[', 100), new string('9', 400),
    ];

    public static TheoryData<string> Engines => RunningSite.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task No_body_whatever_makes_the_site_fail(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        var caseworker = await ShelterTests.OpenedAsync(site);
        foreach (var (role, path, body, times) in Bodies)
        {
            var client = role.Length == 0 ? site.Client() : role == Roles.Caseworker ? caseworker : await site.SignInAsync(role);
            await Gen.Frequency((9, Mutated(body)), (1, Gen.Byte.Array[0, 300])).SampleAsync(
                async bytes =>
                {
                    using var content = Content(path, bytes);
                    var reply = await client.PostAsync(path, content, "key-00000001");
                    Assert.True(reply.Status is (>= 200 and < 300) or (>= 400 and < 500), $"{path}: {reply.Status} {reply.Body}: {Encoding.UTF8.GetString(bytes)}");
                    if (reply.Status >= 400 && reply.Body.Length > 0)
                        Assert.Equal("application/problem+json", reply.MediaType);
                    Assert.DoesNotContain("   at ", reply.Body);
                },
                seed: "0000Rahdari1",
                iter: engine == RunningSite.Postgres ? times / 2 : times / 10, // What reaches a database is PostgreSQL's to refuse: it takes less.
                threads: 1);
        }
        // And goes on as before.
        Assert.Equal(200, (await (await site.SignInAsync(Roles.Auditor)).GetAsync("/api/v1/audit")).Status);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task No_query_whatever_makes_the_site_fail(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        await site.ListAsync(("SP.1", "Khanum SPECIMENA", "1980-05-17"));
        var client = await site.SignInAsync("all", null, [.. Roles.All.Except([Roles.Caseworker])]);
        string[] values = ["", "%00", "a%00b", "%FF", "%ED%A0%80", "-1", "2147483648", "2147483647", "1e3", "entry", "Entry", "0", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "0001-01-01", "%25", "_", "%27%3B--", "%5C", "null", "%D8%A7", new string('x', 3000)];
        foreach (var (path, names) in new (string, string[])[]
        {
            ("/api/v1/crossings", ["from", "to", "direction", "outcome", "nationality", "documentNumber", "surname", "counter", "conveyanceKind", "conveyance", "conveyanceDay", "travellerId", "offset", "take"]),
            ("/api/v1/conveyances", ["day", "offset", "take"]),
            ("/api/v1/nodes/quarantine", ["sender", "offset", "take"]),
            ("/api/v1/stays", ["listing", "nationality", "offset", "take"]),
            ("/api/v1/permissions", ["search", "standing", "offset", "take"]),
            ("/api/v1/extensions", ["search", "offset", "take"]),
            ("/api/v1/entry-rules/versions", ["offset", "take"]),
            ("/api/v1/indicators/versions", ["offset", "take"]),
            ("/api/v1/indicators/indications", ["code", "offset", "take"]),
            ("/api/v1/crossings/export", ["from", "to", "direction", "outcome", "nationality", "documentNumber", "surname", "counter", "travellerId"]),
            ("/api/v1/hits", ["state", "offset", "take"]),
            ("/api/v1/links", ["state", "offset", "take"]),
            ("/api/v1/policy/versions", ["offset", "take"]),
            ("/api/v1/rescreenings", ["offset", "take"]),
            ("/api/v1/rescreenings/alerts", ["state", "offset", "take"]),
            ("/api/v1/calibration", ["from", "to"]),
            ("/api/v1/vetted", ["search", "standing", "offset", "take"]),
            ("/api/v1/exit-orders", ["search", "state", "offset", "take"]),
            ("/api/v1/travel-consents", ["search", "offset", "take"]),
            ("/api/v1/emigration-clearances", ["search", "offset", "take"]),
            ("/api/v1/retention/versions", ["offset", "take"]),
            ("/api/v1/legal-holds", ["offset", "take"]),
            ("/api/v1/help-contacts", ["state"]),
            ("/api/v1/audit", ["from", "to", "actor", "action", "subjectId", "offset", "take"]),
            ("/api/v1/case-referrals", ["stage", "offset", "take"]),
            ("/api/v1/cases", ["stage", "number", "overdue", "offset", "take"]),
            ("/api/v1/funnel", ["year", "law", "section", "circle", "province", "form", "crossBorder", "victimSex", "victimAge", "accusedSex"]),
            ("/api/v1/funnel/by/form/publication", ["year", "law", "section"]),
            ("/api/v1/casework-audit", ["from", "to", "actor", "action", "subjectId", "offset", "take"]),
            ("/api/v1/shelter-audit", ["from", "to", "actor", "action", "subjectId", "offset", "take"]),
            ("/api/v1/encounters/waiting", ["offset", "take"]),
            ("/api/v1/watchlists/un/entries", ["search", "offset", "take"]),
            ("/api/v1/watchlists/un/versions", ["offset", "take"]),
            ("/api/v1/watchlists/un/versions/1/changes", ["offset", "take"]),
            ("/api/v1/site", ["ui-culture", "culture"]),
        })
        {
            foreach (var query in names.SelectMany(name => values.Select(value => $"{path}?{name}={value}")))
            {
                var reply = await client.GetAsync(query);
                Assert.True(reply.Status is 200 or 400, $"{query}: {reply.Status} {reply.Body}");
                if (reply.Status == 400)
                    Assert.True((reply.MediaType, reply.Code) == ("application/problem+json", "REQUEST_PARAMETER_INVALID"), $"{query}: {reply.MediaType} {reply.Body}");
            }
        }
        foreach (var list in new[] { "%00", "a%2Fb", "%FF", "..", "%F0%9F%98%80", new string('x', 2000) })
            Assert.True((await client.GetAsync($"/api/v1/watchlists/{list}/versions")).Status is 400 or 404, list);
    }

    [Fact]
    public async Task What_is_wrong_is_named_with_its_field()
    {
        await using var site = await RunningSite.StartAsync();
        var client = await site.SignInAsync(Roles.Officer);
        foreach (var (path, body, status, code, field) in new (string, string, int, string, string?)[]
        {
            ("/api/v1/encounters", """{"mrz":null,"direction":"entry","counter":"1"}""", 400, "REQUEST_BODY_INVALID", "$.mrz"),
            ("/api/v1/encounters", """{"direction":"entry","counter":"1"}""", 400, "REQUEST_BODY_INVALID", "$"),
            ("/api/v1/encounters", """{"mrz":"x","direction":"entry","counter":null}""", 400, "REQUEST_BODY_INVALID", "$.counter"),
            ("/api/v1/encounters", """{"mrz":"x","direction":"sideways","counter":"1"}""", 400, "REQUEST_BODY_INVALID", "$.direction"),
            ("/api/v1/encounters", """{"mrz":"x","direction":1,"counter":"1"}""", 400, "REQUEST_BODY_INVALID", "$.direction"),
            ("/api/v1/encounters", """{"mrz":7,"direction":"entry","counter":"1"}""", 400, "REQUEST_BODY_INVALID", "$.mrz"),
            ("/api/v1/encounters", """{"mrz":"x","direction":"entry","counter":"1","accompanied":"yes"}""", 400, "REQUEST_BODY_INVALID", "$.accompanied"),
            ("/api/v1/encounters", """{"mrz":"x","direction":"entry","counter":"9"}""", 422, "COUNTER_UNKNOWN", "counter"),
            ("/api/v1/encounters", """{"mrz":"x","direction":"entry","counter":"1"}""", 422, "DOCUMENT_UNREADABLE", "mrz"),
            ("/api/v1/encounters", "", 400, "REQUEST_BODY_MISSING", null),
            ("/api/v1/encounters", "null", 400, "REQUEST_BODY_MISSING", null),
            ("/api/v1/screenings", """{"person":null}""", 400, "REQUEST_BODY_INVALID", "$.person"),
            ("/api/v1/screenings", """{"person":{"name":null}}""", 400, "REQUEST_BODY_INVALID", "$.person.name"),
            ("/api/v1/screenings", """{"person":{"name":" "}}""", 422, "NAME_REQUIRED", "name"),
            ("/api/v1/screenings", """{"person":{"name":"x","dateOfBirth":"yesterday"}}""", 400, "REQUEST_BODY_INVALID", "$.person.dateOfBirth"),
            ("/api/v1/screenings", """{"person":{"name":"x"},"threshold":1.5}""", 422, "THRESHOLD_INVALID", "threshold"),
            ("/api/v1/screenings/comparison", """{"person":{"name":"x"},"list":"un","reference":null}""", 400, "REQUEST_BODY_INVALID", "$.reference"),
            ("/api/v1/screenings/comparison", """{"person":{"name":"x"},"list":"un","reference":"SP.1","purpose":"fun"}""", 400, "REQUEST_BODY_INVALID", "$.purpose"),
            ("/api/v1/screenings/comparison", """{"person":{"name":"x"},"list":"un","reference":"SP.1"}""", 404, "WATCHLIST_NOT_FOUND", "list"),
            ("/api/v1/session", """{"name":null,"password":"x"}""", 400, "REQUEST_BODY_INVALID", "$.name"),
            ("/api/v1/session", """{"name":"x","password":null}""", 400, "REQUEST_BODY_INVALID", "$.password"),
        })
        {
            var reply = await client.PostAsync(path, new StringContent(body, null, "application/json"));
            Assert.True((status, code, field) == (reply.Status, reply.Code, reply.Json.GetProperty("field").GetString()), $"{path} {body}: {reply.Body}");
        }
    }

    [Fact]
    public async Task A_parameter_that_cannot_be_read_is_named()
    {
        await using var site = await RunningSite.StartAsync();
        var client = await site.SignInAsync(Roles.Auditor);
        foreach (var (query, parameter) in new[]
        {
            ("/api/v1/audit?from=yesterday", "From"),
            ("/api/v1/audit?actor=x&to=tomorrow", "To"),
            ("/api/v1/audit?from=2026-01-01&offset=one", "offset"),
            ("/api/v1/crossings?direction=sideways", "Direction"),
            ("/api/v1/stays?listing=7", "listing"),
            ("/api/v1/conveyances?day=today", "day"),
        })
        {
            var reply = await client.GetAsync(query);
            Assert.True((400, "REQUEST_PARAMETER_INVALID", parameter) == (reply.Status, reply.Code, reply.Json.GetProperty("field").GetString()), $"{query}: {reply.Body}");
            Assert.Contains(parameter, reply.Json.GetProperty("detail").GetString()!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_that_is_not_there_is_asked_for()
    {
        await using var site = await RunningSite.StartAsync();
        var client = await site.SignInAsync(Roles.WatchlistManager);
        foreach (var path in new[] { "/api/v1/watchlists/un/effect", "/api/v1/watchlists/un/import" })
        {
            var reply = await client.PostAsync(path, null);
            Assert.True((415, "REQUEST_MEDIA_TYPE") == (reply.Status, reply.Code), $"{path}: {reply.Body}");
            reply = await client.PostAsync(path, new StringContent("{}", null, "application/json"));
            Assert.True(reply.Status == 415, $"{path}: {reply.Body}");
        }
    }

    [Fact]
    public async Task A_place_in_the_body_is_told_and_the_sentence_is_in_the_language_of_the_request()
    {
        await using var site = await RunningSite.StartAsync();
        var client = await site.SignInAsync(Roles.Officer);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/encounters") { Content = new StringContent("{\n  \"mrz\": oops }", null, "application/json") };
        request.Headers.Add("Accept-Language", "ur");
        var problem = (await client.SendAsync(request)).Json;
        Assert.Equal("2", problem.GetProperty("evidence").GetProperty("line").GetString());
        Assert.Equal("urn:rahdari:request-body-invalid", problem.GetProperty("type").GetString());
        // The user's own language comes first; who is not signed in has none.
        var anonymous = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session") { Content = new StringContent("[", null, "application/json") };
        anonymous.Headers.Add("Accept-Language", "ur");
        Assert.Contains((await site.Client().SendAsync(anonymous)).Json.GetProperty("detail").GetString()!, c => c is >= '\u0600' and <= '\u06FF');
        Assert.Contains((await client.GetAsync("/api/v1/users?ui-culture=ur")).Json.GetProperty("detail").GetString()!, c => c is >= '\u0600' and <= '\u06FF');
        Assert.Equal("REQUEST_METHOD_UNKNOWN", (await client.SendAsync(new HttpRequestMessage(HttpMethod.Put, "/api/v1/site"))).Code);
        Assert.Equal("REQUEST_MEDIA_TYPE", (await client.PostAsync("/api/v1/encounters", new StringContent("{}", null, "text/plain"))).Code);
    }

    private static HttpContent Content(string path, byte[] bytes)
    {
        if (path.EndsWith("import", StringComparison.Ordinal))
            return new MultipartFormDataContent { { new ByteArrayContent(bytes), "files", "un.xml" } };
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/json");
        return content;
    }

    /// <summary>A body with one to three pieces cut out, swapped for another or put in.</summary>
    private static Gen<byte[]> Mutated(string body) =>
        Gen.Select(Gen.Int[0, body.Length - 1], Gen.Int[0, 12], Gen.Int[-1, Pieces.Length - 1]).Array[1, 3].Select(changes =>
        {
            var text = new StringBuilder(body);
            foreach (var (place, length, piece) in changes)
            {
                var at = Math.Min(place, text.Length);
                text.Remove(at, Math.Min(length, text.Length - at)).Insert(at, piece < 0 ? "" : Pieces[piece]);
            }
            return Encoding.UTF8.GetBytes(text.ToString());
        });
}
