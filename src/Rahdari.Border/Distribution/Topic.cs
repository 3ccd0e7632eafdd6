using Rahdari.Border.ExitControl;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Distribution;

/// <summary>
/// One thing that headquarters publishes, with a version of its own that only rises: <c>watchlist/un</c>, <c>exit-orders</c>, <c>policy</c>, <c>entry-rules</c>, <c>indicators</c>,
/// <c>permissions</c>.
/// </summary>
public sealed record Topic
{
    private const string ListPrefix = "watchlist/";

    private Topic(string name, TopicKind kind, string list = "") => (Name, Kind, List) = (name, kind, list);

    /// <summary>The orders that bar leaving.</summary>
    public static Topic ExitOrders { get; } = new("exit-orders", TopicKind.List, OrderList.Name);

    /// <summary>Who is alerted for what.</summary>
    public static Topic Policy { get; } = new("policy", TopicKind.Policy);

    /// <summary>The rules of entry.</summary>
    public static Topic EntryRules { get; } = new("entry-rules", TopicKind.EntryRules);

    /// <summary>The indicators.</summary>
    public static Topic Indicators { get; } = new("indicators", TopicKind.Indicators);

    /// <summary>Visas and permits, and the extensions of stays.</summary>
    public static Topic Permissions { get; } = new("permissions", TopicKind.Permissions);

    /// <summary>The topic's name.</summary>
    public string Name { get; }

    internal TopicKind Kind { get; }

    /// <summary>The list's short name; empty where the topic is no list.</summary>
    internal string List { get; }

    /// <summary>The topic of that name, or null where there is none such.</summary>
    public static Topic? Parse(string? name) => name switch
    {
        "exit-orders" => ExitOrders,
        "policy" => Policy,
        "entry-rules" => EntryRules,
        "indicators" => Indicators,
        "permissions" => Permissions,
        not null when name.StartsWith(ListPrefix, StringComparison.Ordinal) && ListName.IsName(name[ListPrefix.Length..]) && name[ListPrefix.Length..] != OrderList.Name =>
            new(name, TopicKind.List, name[ListPrefix.Length..]),
        _ => null,
    };

    /// <summary>The topic of a list, the orders' too; null where no list can be called so.</summary>
    internal static Topic? OfList(string list) => list == OrderList.Name ? ExitOrders : Parse(ListPrefix + list);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>What a topic consists of.</summary>
internal enum TopicKind
{
    /// <summary>Entries that are searched.</summary>
    List,

    /// <summary>One document: the policy of screening.</summary>
    Policy,

    /// <summary>One document: the rules of entry.</summary>
    EntryRules,

    /// <summary>One document: the indicators.</summary>
    Indicators,

    /// <summary>Rows that are added and revoked.</summary>
    Permissions,
}
