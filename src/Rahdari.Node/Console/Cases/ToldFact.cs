using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Rahdari.Casework;
using Rahdari.Casework.Cases;
using Rahdari.Node.Console.Shared;

namespace Rahdari.Node.Console.Cases;

/// <summary>From a form to a fact.</summary>
internal static class ToldFact
{
    /// <summary>The fact, or null with the field that cannot be read.</summary>
    public static CaseFact? Read(CaseEventKind kind, IFormCollection form, out string? wrong)
    {
        wrong = null;
        var fact = new JsonObject { ["kind"] = JsonNamingPolicy.CamelCase.ConvertName($"{kind}"), ["day"] = Days.Text(Days.Read(form["day"])) };
        if (fact["day"]!.GetValue<string>().Length == 0)
            wrong = "day";
        if (form["outOfOrder"].ToString().Trim() is { Length: > 0 } why)
            fact["outOfOrder"] = why;
        foreach (var field in FactForms.Of(kind))
        {
            if (!Put(fact, field, form))
                wrong ??= field.Name;
        }
        if (wrong is not null)
            return null;
        try
        {
            return fact.Deserialize<CaseFact>(CaseworkJson.Options);
        }
        catch (JsonException e)
        {
            // Of a place such as $.charges[0].accusedId the field of the form.
            wrong = (e.Path ?? "").TrimStart('$', '.').Split('.', '[')[0] is { Length: > 0 } field ? field : "kind";
            return null;
        }
    }

    /// <summary>A charge as the value of a choice.</summary>
    public static string Value(Charge charge) => JsonSerializer.Serialize(charge, CaseworkJson.Options);

    /// <summary>The name of the selects of an appeal's verdicts.</summary>
    public static string VerdictsOf(string appealId) => $"verdicts-{appealId}";

    private static bool Put(JsonObject fact, FactField field, IFormCollection form)
    {
        var given = form[field.Name].ToString().Trim();
        switch (field.Kind)
        {
            case FactFieldKind.YesNo:
                fact[field.Name] = given.Length > 0;
                return true;
            case FactFieldKind.Words:
                fact[field.Name] = new JsonArray([.. form[field.Name].Select(word => JsonValue.Create(Camel(word)))]);
                return true;
            case FactFieldKind.Verdicts:
                // Those of the appeal that was chosen: each appeal has selects of its own.
                fact[field.Name] = new JsonArray([.. form[VerdictsOf(form["appealId"].ToString())].Select(word => JsonValue.Create(Camel(word)))]);
                return true;
            case FactFieldKind.Charges:
                var charges = new JsonArray();
                foreach (var value in form[field.Name])
                {
                    if (Node(value) is not { } charge)
                        return false;
                    charges.Add(charge);
                }
                fact[field.Name] = charges;
                return true;
            case FactFieldKind.Offence or FactFieldKind.OffenceOfCase:
                if (given.Split('|') is not [var law, var section])
                    return false;
                (fact["law"], fact["section"]) = (law, section);
                return true;
            case var _ when given.Length == 0:
                return !field.IsRequired;
            case FactFieldKind.Charge or FactFieldKind.Decided:
                fact[field.Name] = Node(given);
                return fact[field.Name] is not null;
            case FactFieldKind.Amount:
                if (!decimal.TryParse(given.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
                    return false;
                fact[field.Name] = amount;
                return true;
            case FactFieldKind.Months:
                if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var months))
                    return false;
                fact[field.Name] = months;
                return true;
            case FactFieldKind.Day:
                fact[field.Name] = Days.Text(Days.Read(given));
                return Days.Read(given) is not null;
            case FactFieldKind.Word:
                fact[field.Name] = Camel(given);
                return true;
            case FactFieldKind.Code:
                fact[field.Name] = field.Name is "number" or "receipt" ? given : given.ToUpperInvariant();
                return true;
            default:
                fact[field.Name] = given;
                return true;
        }
    }

    private static string Camel(string? word) => JsonNamingPolicy.CamelCase.ConvertName(word ?? "");

    private static JsonNode? Node(string? text)
    {
        try
        {
            return JsonNode.Parse(text ?? "");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
