using Rahdari.Border.ExitControl;
using static Rahdari.Border.Tests.ExitControl.ExitScenario.Counter;

namespace Rahdari.Border.Tests.ExitControl;

/// <summary>Where several things are wrong at once: which one is told.</summary>
public class ExitRulesTests
{
    private static readonly AdultSeen Mother = new(Number, "4210100000002");
    private static readonly AdultSeen Stranger = new("SP0000055", "");

    private static readonly ConsentTerms Narrow = Consent with { Destinations = ["SAU"], IsForOneJourney = true, ValidTo = Today };

    private static readonly PaperRevocation Revoked = new(TestSite.Start, "exits1", "The father came");

    public static TheoryData<string, string> Minors => new()
    {
        { "none", "MINOR_CONSENT_NONE" },
        { "none, alien", "" },
        { "valid", "MINOR_CONSENT_FOUND" },
        { "valid, no place", "MINOR_CONSENT_DESTINATION_UNKNOWN" },
        { "valid, no adult, no place", "MINOR_CONSENT_ADULT_UNKNOWN" },
        { "valid, no adult, QAT", "MINOR_CONSENT_OTHER_DESTINATION" },
        { "valid, stranger, QAT", "MINOR_CONSENT_OTHER_ADULT" },
        { "valid, stranger, mother", "MINOR_CONSENT_FOUND" },
        { "used, stranger", "MINOR_CONSENT_USED" },
        { "revoked, used", "MINOR_CONSENT_REVOKED" },
        { "revoked, expired", "MINOR_CONSENT_REVOKED" },
        { "revoked, later", "MINOR_CONSENT_REVOKED" },
        { "used, later, expired", "MINOR_CONSENT_USED" },
        { "later, expired", "MINOR_CONSENT_NOT_YET_VALID" },
        { "revoked, valid, stranger", "MINOR_CONSENT_OTHER_ADULT" },
        { "valid, custody", "MINOR_CONSENT_AGAINST_ORDER" },
        { "revoked, valid", "MINOR_CONSENT_FOUND" },
        { "none, custody", "MINOR_CONSENT_NONE" },
        { "valid, alien", "MINOR_CONSENT_FOUND" },
    };

    [Theory]
    [MemberData(nameof(Minors))]
    public void Of_a_minor_is_told_what_comes_nearest(string facts, string code)
    {
        bool Has(string fact) => facts.Split(", ").Contains(fact);
        ConsentSeen[] consents =
        [
            .. Has("revoked") ? [new ConsentSeen(Narrow, Revoked)] : Array.Empty<ConsentSeen>(),
            .. Has("valid") || Has("used") ? [new ConsentSeen(Narrow, IsUsed: Has("used"))] : Array.Empty<ConsentSeen>(),
            .. Has("expired") ? [new ConsentSeen(Narrow with { ValidTo = Today.AddDays(-1) })] : Array.Empty<ConsentSeen>(),
            .. Has("later") ? [new ConsentSeen(Narrow with { ValidFrom = Today.AddDays(1), ValidTo = null })] : Array.Empty<ConsentSeen>(),
        ];
        var told = ExitRules.OfMinor(new MinorLeaving
        {
            IsNational = !Has("alien"),
            Destination = Has("no place") ? null : Has("QAT") ? "QAT" : "SAU",
            Adults = Has("no adult") ? [] : Has("stranger") ? [Stranger, .. Has("mother") ? [Mother] : Array.Empty<AdultSeen>()] : [Mother],
            Consents = consents,
            IsUnderCustodyOrder = Has("custody"),
            Today = Today,
        });
        Assert.Equal(code, string.Join(' ', told.Select(finding => finding.Code)));
    }

    [Theory]
    [InlineData(false, "EMIGRATION_CLEARANCE_EXPIRED")]
    [InlineData(true, "EMIGRATION_CLEARANCE_REVOKED")]
    public void A_clearance_that_ended_does_not_hide_one_that_was_taken_back(bool isRevoked, string code)
    {
        ClearanceSeen[] clearances = [new(Clearance with { ValidTo = Today.AddDays(-1) }), .. isRevoked ? [new ClearanceSeen(Clearance, Revoked)] : Array.Empty<ClearanceSeen>()];
        Assert.Equal(code, Assert.Single(ExitRules.OfWorker(new WorkerLeaving("SAU", clearances, Today))).Code);
    }

    [Fact]
    public void Every_rule_of_leaving_has_its_sentence_in_both_languages_with_the_evidence_that_it_is_given()
    {
        var codes = typeof(BorderRule).GetFields().Select(field => ((BorderRule)field.GetValue(null)!).Code)
            .Where(code => code.StartsWith("EXIT_", StringComparison.Ordinal) || code.StartsWith("MINOR_CONSENT", StringComparison.Ordinal) || code.StartsWith("EMIGRATION_", StringComparison.Ordinal)).ToArray();
        Assert.Equal(34, codes.Length);
        foreach (var code in codes)
        {
            var (english, urdu) = (Sentence(code, "en"), Sentence(code, "ur"));
            Assert.NotEqual(code, english);
            Assert.Contains(urdu, c => c is >= '\u0600' and <= '\u06FF');
            Assert.Equal(Places(english), Places(urdu));
        }
        var told = ExitRules.OfMinor(new MinorLeaving { IsNational = true, Consents = [new ConsentSeen(Consent)], Adults = [Stranger], Today = Today }).Single();
        Assert.DoesNotContain('{', BorderSentences.Of(told, System.Globalization.CultureInfo.GetCultureInfo("ur")));
    }

    private static string Sentence(string code, string language) =>
        BorderSentences.Of(Documents.Findings.Finding.Of(code, Documents.Findings.Severity.Information, null), System.Globalization.CultureInfo.GetCultureInfo(language));

    private static string[] Places(string text) => [.. text.Split('{').Skip(1).Select(part => part.Split('}')[0]).Order(StringComparer.Ordinal)];
}
