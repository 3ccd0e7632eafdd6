using System.Globalization;
using Rahdari.Border.Screening.Policy;
using Rahdari.Cli.Output;
using Rahdari.Matching;

namespace Rahdari.Cli.Lists;

/// <summary>Policies and their effects for people.</summary>
internal static class PolicyLines
{
    public static void Print(Run run, Paper paper, ScreeningPolicy policy)
    {
        paper.Pairs(
            (run.Text("Policy"), $"{policy.Number}"),
            (run.Text("State"), run.Text($"Policy{policy.State}")),
            (run.Text("ProposedBy"), policy.ProposedBy),
            (run.Text("DecidedBy"), policy.DecidedBy),
            (run.Text("Reason"), policy.Reason));
        paper.Rows(
            [run.Text("List"), run.Text("Purpose"), run.Text("Threshold"), run.Text("Weight")],
            policy.Rules.Select(rule => (IReadOnlyList<string>)
            [
                rule.List,
                run.Text($"Purpose{rule.Purpose}"),
                rule.IsScreened ? rule.Threshold.ToString("0.######", CultureInfo.InvariantCulture) : run.Text("NotScreened"),
                rule.Weight.ToString("+0.######;-0.######;0", CultureInfo.InvariantCulture),
            ]));
    }

    public static void Print(Run run, Paper paper, PolicyEffect effect)
    {
        paper.Pairs(
            (run.Text("Purpose"), run.Text($"Purpose{effect.Purpose}")),
            (run.Text("EffectTravellers"), $"{effect.Travellers}"),
            (run.Text("AlertedNow"), $"{effect.AlertedNow}"),
            (run.Text("AlertedThen"), $"{effect.AlertedThen}"),
            (run.Text("More"), $"{effect.More}"),
            (run.Text("Fewer"), $"{effect.Fewer}"));
        paper.Rows(
            [run.Text("List"), run.Text("AlertedNow"), run.Text("AlertedThen"), run.Text("More"), run.Text("Fewer")],
            effect.Lists.Select(list => (IReadOnlyList<string>)[list.List, $"{list.AlertedNow}", $"{list.AlertedThen}", $"{list.More}", $"{list.Fewer}"]));
        paper.Rows(
            [run.Text("List"), run.Text("Reference"), run.Text("Name"), run.Text("More")],
            effect.Entries.Select(entry => (IReadOnlyList<string>)[entry.List, entry.Reference, entry.Name, $"{entry.More}"]));
        paper.Rows(
            [run.Text("Change"), run.Text("Name"), run.Text("DateOfBirth"), run.Text("Reference"), run.Text("Listed"), run.Text("Score")],
            effect.Sample.Select(one => (IReadOnlyList<string>)
            [
                run.Text(one.Alerts ? "More" : "Fewer"),
                one.Name,
                one.DateOfBirth.ToString(),
                $"{one.List} {one.Reference}",
                one.EntryName,
                Probability.Shown(one.Score),
            ]));
    }
}
