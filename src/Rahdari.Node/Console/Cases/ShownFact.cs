using System.Text.Json;
using System.Text.Json.Nodes;
using Rahdari.Casework;
using Rahdari.Casework.Cases;
using Rahdari.Node.Console.Shared;
using Rahdari.Node.Console.Texts;

namespace Rahdari.Node.Console.Cases;

/// <summary>A fact of a case as lines of a page: each field that has a value, under its name.</summary>
internal static class ShownFact
{
    public static IEnumerable<(string Label, string Value)> Lines(CaseFact fact, CaseState state, ConsoleText text)
    {
        var json = JsonSerializer.SerializeToNode(fact, CaseworkJson.Options)!.AsObject();
        foreach (var field in FactForms.Of(fact.Kind))
        {
            if (field.Kind == FactFieldKind.Key || json[field.Name] is not { } value)
                continue;
            if (field.Kind is FactFieldKind.Offence or FactFieldKind.OffenceOfCase)
                yield return (text["Field-" + field.Name], $"{json["law"]} {value}");
            else
                yield return (text["Field-" + field.Name], Value(field, value, state, text));
        }
        if (fact.OutOfOrder is { } why)
            yield return (text["OutOfOrder"], why);
    }

    private static string Value(FactField field, JsonNode value, CaseState state, ConsoleText text) => field.Kind switch
    {
        FactFieldKind.YesNo => text[value.GetValue<bool>() ? "Yes" : "No"],
        FactFieldKind.Word => Word(field, value, text),
        FactFieldKind.Words or FactFieldKind.Verdicts => string.Join(text["Comma"], value.AsArray().Select(word => Word(field, word!, text))),
        FactFieldKind.Charges => string.Join(text["Comma"], value.AsArray().Select(charge => Charge(charge!, state))),
        FactFieldKind.Charge or FactFieldKind.Decided => Charge(value, state),
        FactFieldKind.Accused or FactFieldKind.AccusedOrNobody => Name(value, state),
        FactFieldKind.Hearing => state.Hearings.FirstOrDefault(h => $"{h.Id}" == $"{value}") is { } hearing ? $"{Days.Text(hearing.On)} {hearing.Court}" : $"{value}",
        FactFieldKind.Order => state.Orders.FirstOrDefault(o => $"{o.Id}" == $"{value}")?.Victim ?? $"{value}",
        FactFieldKind.Appeal => state.Appeals.FirstOrDefault(a => $"{a.Id}" == $"{value}") is { } appeal ? $"{Days.Text(appeal.On)} {appeal.Court}" : $"{value}",
        _ => $"{value}",
    };

    private static string Word(FactField field, JsonNode value, ConsoleText text)
    {
        var name = value.GetValue<string>();
        return text[field.Words!.Prefix + char.ToUpperInvariant(name[0]) + name[1..]];
    }

    private static string Charge(JsonNode charge, CaseState state) => $"{Name(charge["accusedId"]!, state)}: {charge["law"]} {charge["section"]}";

    private static string Name(JsonNode accused, CaseState state) => state.Accused.FirstOrDefault(a => $"{a.Id}" == $"{accused}")?.Name ?? $"{accused}";
}
