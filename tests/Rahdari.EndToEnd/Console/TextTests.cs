using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Rahdari.Border.Advice;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Retention;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Calibration;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Screening.Rescreening;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Stays;
using Rahdari.Border.Travellers.Links;
using Rahdari.Border.Watchlists;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Consultations;
using Rahdari.Casework.Evidence;
using Rahdari.Casework.Funnels;
using Rahdari.Casework.Interviews;
using Rahdari.Casework.Networks;
using Rahdari.Casework.Shelter.Alerts;
using Rahdari.Casework.Shelter.Beds;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Casework.Shelter.Referrals;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Matching;

namespace Rahdari.EndToEnd.Console;

/// <summary>The console's texts in both languages.</summary>
public sealed class TextTests
{
    private static readonly ResourceManager Texts = new("Rahdari.Node.Console.Texts.ConsoleText", Assembly.Load("Rahdari.Node"));

    [Fact]
    public void Every_text_stands_in_Urdu_with_the_same_places_for_values()
    {
        var english = All("");
        var urdu = All("ur");
        Assert.Equal(english.Keys.Order(), urdu.Keys.Order());
        foreach (var (key, text) in urdu)
        {
            Assert.Contains(text, c => c is >= '\u0600' and <= '\u06FF');
            Assert.Equal(Places(english[key]), Places(text));
        }
    }

    [Fact]
    public void Every_text_that_a_page_names_is_there_and_every_text_is_named()
    {
        var sources = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Rahdari.Node", "Console"), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        var named = Regex.Matches(sources, "Text\\[\"([^\"]+)\"[,\\]]").Select(m => m.Groups[1].Value).Distinct();
        Assert.Empty(named.Except(All("").Keys));
        var prefixes = Regex.Matches(sources, "[Tt]ext\\.Word\\(\"([^\"]+)\"|Text\\[\"([^\"]+)\" \\+|(?:FactField|SectionField)\\.Word<\\w+>\\(\"[\\w.]+\", \"(\\w+)\"").Select(m => m.Groups[1].Value + m.Groups[2].Value + m.Groups[3].Value).ToArray();
        var words = Enum.GetNames<WatchlistChangeKind>(); // Shown by their own names.
        Assert.DoesNotContain(All("").Keys, key => !sources.Contains($"\"{key}\"", StringComparison.Ordinal) && !words.Contains(key) && !prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Severity", typeof(Severity))]
    [InlineData("Sex", typeof(Sex))]
    [InlineData("Kind", typeof(WatchlistEntryKind))]
    [InlineData("", typeof(WatchlistChangeKind))]
    [InlineData("Name", typeof(ListedNameKind))]
    [InlineData("Agreement", typeof(Agreement))]
    [InlineData("Part", typeof(ScorePartKind))]
    [InlineData("Direction", typeof(Direction))]
    [InlineData("Pass", typeof(Direction))]
    [InlineData("Standing", typeof(Rahdari.Documents.Trust.CertificateStanding))]
    [InlineData("Outcome", typeof(CrossingOutcome))]
    [InlineData("Advice", typeof(AdviceLevel))]
    [InlineData("AdviceMeans", typeof(AdviceLevel))]
    [InlineData("ReasonFor", typeof(DecisionKind))]
    [InlineData("Hit", typeof(HitState))]
    [InlineData("Purpose", typeof(ScreeningPurpose))]
    [InlineData("Policy", typeof(PolicyState))]
    [InlineData("Rescreening", typeof(RescreeningState))]
    [InlineData("Since", typeof(VettingChange))]
    [InlineData("Vetted", typeof(VettedState))]
    [InlineData("Link", typeof(LinkState))]
    [InlineData("Stay", typeof(StayState))]
    [InlineData("Verdict", typeof(CalibrationVerdict))]
    [InlineData("RecordClass", typeof(RecordClass))]
    [InlineData("ExitOrderState", typeof(ExitOrderState))]
    [InlineData("ExitOrderKind", typeof(ExitOrderKind))]
    [InlineData("ExitInstruction", typeof(ExitInstruction))]
    [InlineData("ConsentGiver", typeof(ConsentGiver))]
    [InlineData("PaperState", typeof(ExitPaperState))]
    [InlineData("Course", typeof(InterviewCourse))]
    [InlineData("InterviewOutcome", typeof(InterviewOutcome))]
    [InlineData("Urgent", typeof(UrgentNeed))]
    [InlineData("ReferralStage", typeof(CaseReferralStage))]
    [InlineData("EvidenceKind", typeof(EvidenceKind))]
    [InlineData("CaseStage", typeof(CaseStage))]
    [InlineData("Fact-", typeof(CaseEventKind))]
    [InlineData("Exploitation", typeof(ExploitationForm))]
    [InlineData("Origin", typeof(CaseOrigin))]
    [InlineData("AgeGroup", typeof(AgeGroup))]
    [InlineData("AccusedRole", typeof(AccusedRole))]
    [InlineData("Lead", typeof(LeadKind))]
    [InlineData("CaseVerdict", typeof(Verdict))]
    [InlineData("AppealBy", typeof(AppealParty))]
    [InlineData("Closing", typeof(ClosingReason))]
    [InlineData("Unknown", typeof(FunnelUnknown))]
    [InlineData("FunnelBy", typeof(FunnelDimension))]
    [InlineData("Consultation", typeof(ConsultationState))]
    [InlineData("Step", typeof(ConsultationStep))]
    [InlineData("StepMeans", typeof(ConsultationStep))]
    [InlineData("Contribution", typeof(ContributionState))]
    [InlineData("Origin", typeof(ContributionOrigin))]
    [InlineData("Publication", typeof(PublicationState))]
    [InlineData("ActionStatus", typeof(ActionStatus))]
    [InlineData("Stakeholder", typeof(StakeholderGroup))]
    [InlineData("Theme", typeof(StrategyTheme))]
    [InlineData("Measures", typeof(StrategyIndicator))]
    [InlineData("NodeState-", typeof(Rahdari.Links.Nodes.NodeState))]
    [InlineData("NodeAlert-", typeof(Rahdari.Links.Nodes.NodeAlert))]
    [InlineData("NodeAlertMeans-", typeof(Rahdari.Links.Nodes.NodeAlert))]
    [InlineData("KnockReason-", typeof(Rahdari.Links.Nodes.KnockReason))]
    [InlineData("Refusal-", typeof(Rahdari.Border.Received.Refusal))]
    [InlineData("NetworkNode", typeof(NetworkNodeKind))]
    [InlineData("NetworkLetter", typeof(NetworkNodeKind))]
    [InlineData("FileSection", typeof(FileSection))]
    [InlineData("SectionMeans", typeof(FileSection))]
    [InlineData("ServiceKind", typeof(ServiceKind))]
    [InlineData("Urgency", typeof(Urgency))]
    [InlineData("RiskKind", typeof(RiskKind))]
    [InlineData("RiskLevel", typeof(RiskLevel))]
    [InlineData("Due", typeof(DueKind))]
    [InlineData("ConsentFor", typeof(Rahdari.Casework.Shelter.Consents.Purpose))]
    [InlineData("ConsentBy", typeof(ConsentBy))]
    [InlineData("ReferralState", typeof(ReferralState))]
    [InlineData("Suitability", typeof(Suitability))]
    [InlineData("ExitReason", typeof(ExitReason))]
    [InlineData("Destination", typeof(DestinationKind))]
    [InlineData("AlertKind", typeof(AlertKind))]
    [InlineData("AlertLevel", typeof(AlertLevel))]
    [InlineData("OrganisationKind", typeof(OrganisationKind))]
    public void Every_word_that_may_be_shown_has_a_text(string prefix, Type words) =>
        Assert.All(Enum.GetNames(words), word => Assert.NotNull(Texts.GetString(prefix + word, CultureInfo.InvariantCulture)));

    [Fact]
    public void Every_role_and_every_audited_action_has_a_text()
    {
        Assert.All(Roles.All, role => Assert.NotNull(Texts.GetString($"Role-{role}", CultureInfo.InvariantCulture)));
        var actions = typeof(AuditAction).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetValue(null)!);
        Assert.All(actions, action => Assert.NotNull(Texts.GetString($"Audit-{action}", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_form_of_a_list_says_whose_it_is_and_which_files_are_asked_for() =>
        Assert.All(ListForm.Codes, code => Assert.All(new[] { "Publisher-", "FilesOf-" }, prefix => Assert.NotNull(Texts.GetString(prefix + code, CultureInfo.InvariantCulture))));

    private static Dictionary<string, string> All(string culture) =>
        Texts.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private static string[] Places(string text) => [.. text.Split('{').Skip(1).Select(part => part.Split('}')[0]).Order(StringComparer.Ordinal)];
}
