using System.Text.Json;
using System.Text.Json.Serialization;
using Rahdari.Border.Indicators;

namespace Rahdari.Training.Scenarios;

/// <summary>The scenarios and their proportions, and the indicators of a training site, as shipped. Immutable; thread-safe.</summary>
public sealed class ScenarioBook
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>
    /// Indicators of the records that look at who stands beside whom, or came with whom: the travellers of a lesson stand in one queue and belong together only where
    /// their scenario says so.
    /// </summary>
    private static readonly string[] OfCompany =
        ["IND-REC-DIFFERENT-MINORS", "IND-REC-BACK-WITHOUT-MINORS", "IND-REC-UNCONNECTED-ADULT", "IND-REC-SAME-LEADER", "IND-DOC-CONSECUTIVE", "IND-REC-THROUGH-TOGETHER"];

    private ScenarioBook(IReadOnlyList<Scenario> scenarios, IReadOnlyList<Proportion> proportions, int limitSeconds, string limitReason, IReadOnlyList<Indicator> indicators) =>
        (Scenarios, Proportions, LimitSeconds, LimitReason, Indicators) = (scenarios, proportions, limitSeconds, limitReason, indicators);

    /// <summary>As shipped.</summary>
    public static ScenarioBook Shipped { get; } = Read();

    /// <summary>Every scenario, by code once.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>One a category.</summary>
    public IReadOnlyList<Proportion> Proportions { get; }

    /// <summary>Seconds from the traveller's coming to the decision beyond which a trainee was slow, unless the trainer says other.</summary>
    public int LimitSeconds { get; }

    /// <summary>Why so many.</summary>
    public string LimitReason { get; }

    /// <summary>The indicators in force at a training site.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>The scenarios of a category.</summary>
    public IReadOnlyList<Scenario> Of(ScenarioCategory category) => [.. Scenarios.Where(scenario => scenario.Category == category)];

    internal static byte[] Resource(string name)
    {
        using var stream = typeof(ScenarioBook).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static ScenarioBook Read()
    {
        var file = JsonSerializer.Deserialize<BookFile>(Resource("scenarios.json"), Options)!;
        var indicators = IndicatorSetFile.Read(Resource("indicators.json")).Value!;
        return new ScenarioBook(
            file.Scenarios,
            file.Proportions,
            file.Limit.Seconds,
            file.Limit.Reason,
            [.. indicators.Select(indicator => OfCompany.Contains(indicator.Code) ? indicator with { Active = false } : indicator)]);
    }

    private sealed record BookFile(IReadOnlyList<Proportion> Proportions, Limit Limit, IReadOnlyList<Scenario> Scenarios);

    private sealed record Limit(int Seconds, string Reason);
}
