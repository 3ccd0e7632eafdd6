using System.Text.Json;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists.OpenSanctions;

/// <summary>One entity of the FollowTheMoney model: its schema, and for each property its texts and the entities nested in it.</summary>
internal sealed class FtmEntity
{
    private readonly Dictionary<string, List<string>> texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly List<FtmEntity> nested = [];

    private FtmEntity(string id, string schema, string caption, bool isTarget) => (Id, Schema, Caption, IsTarget) = (id, schema, caption, isTarget);

    /// <summary>Empty where there is none.</summary>
    public string Id { get; }

    /// <summary><c>Person</c>, <c>Passport</c>; empty where there is none.</summary>
    public string Schema { get; }

    /// <summary>The name to show; empty where there is none.</summary>
    public string Caption { get; }

    /// <summary>False where the file says that the entity is only there for another's sake: a relative, a company's director.</summary>
    public bool IsTarget { get; }

    /// <summary>Entities that stand within a property, of whichever.</summary>
    public IReadOnlyList<FtmEntity> Nested => nested;

    /// <summary>The longest text of any property.</summary>
    public int Longest => texts.Values.SelectMany(t => t).Append(Caption).Append(Id).Max(t => t.Length);

    /// <summary>Reads an entity with those in it; JSON goes no deeper than its parser allowed.</summary>
    /// <exception cref="InvalidOperationException">A text has half a character in it.</exception>
    public static FtmEntity Read(JsonElement json)
    {
        var isTarget = !json.TryGetProperty("target", out var target) || target.ValueKind != JsonValueKind.False;
        var entity = new FtmEntity(JsonText.Text(json, "id"), JsonText.Text(json, "schema"), JsonText.Text(json, "caption"), isTarget);
        if (!json.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            return entity;
        foreach (var property in properties.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Array)
                entity.Add(property.Name, property.Value);
            else
                foreach (var value in property.Value.EnumerateArray())
                    entity.Add(property.Name, value);
        }
        return entity;
    }

    /// <summary>A property's texts, left where they are.</summary>
    public IReadOnlyList<string> Peek(string property) => texts.GetValueOrDefault(property) ?? [];

    /// <summary>The same, taken.</summary>
    public IReadOnlyList<string> Take(string property)
    {
        taken.Add(property);
        return Peek(property);
    }

    /// <summary>What was not taken, a line a property: <c>fatherName: Namuna</c>.</summary>
    public IEnumerable<string> Rest() => texts.Where(t => !taken.Contains(t.Key)).Select(t => $"{t.Key}: {string.Join("; ", t.Value)}");

    private void Add(string property, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            nested.Add(Read(value));
            return;
        }
        if (JsonText.Text(value) is not { Length: > 0 } text)
            return;
        if (!texts.TryGetValue(property, out var all))
            texts.Add(property, all = []);
        all.Add(text);
    }
}
