using Rahdari.Border.Indicators;
using Rahdari.Border.Permissions;
using Rahdari.Border.Travellers;

namespace Rahdari.Border.Storage;

/// <summary>
/// What a transaction of the ledger's writer need not ask twice. Nobody else writes meanwhile, so what was read stands until a unit of the same transaction changes it.
/// Not thread-safe, as its context is not.
/// </summary>
internal sealed class UnitNotes
{
    private readonly Dictionary<Guid, DateTimeOffset> strangers = [];

    /// <summary>Who stands at the counter, as read by this unit.</summary>
    public PersonStanding? Person { get; set; }

    /// <summary>The rules of entry, as this transaction sees them; null where nobody asked.</summary>
    public EntryRules? EntryRules { get; set; }

    /// <summary>The indicators, as this transaction sees them; null where nobody asked.</summary>
    public IndicatorSet? Indicators { get; set; }

    /// <summary>True once this transaction took up the policy of screening that is in force.</summary>
    public bool IsPolicyFollowed { get; set; }

    /// <summary>The hashes of what is held of headquarters' topics, as this transaction sees them; null where nobody asked.</summary>
    public IReadOnlyDictionary<string, string>? Held { get; set; }

    /// <summary>The number of the latest change of a permission or an extension, as this transaction sees it; null where none was made.</summary>
    public long? LastPermission { get; set; }

    /// <summary>Where this unit makes a traveller whom nothing is linked with: nothing is recorded of them.</summary>
    public void Add(Guid stranger, DateTimeOffset firstSeen) => strangers.Add(stranger, firstSeen);

    /// <summary>When this unit made the one traveller of a person; null where others are among them, or anything may be recorded.</summary>
    public DateTimeOffset? MadeNow(IReadOnlyList<Guid> person) => person.Count == 1 && strangers.TryGetValue(person[0], out var firstSeen) ? firstSeen : null;

    /// <summary>Somebody was found whom a traveller of this unit may be, or is no more.</summary>
    public void Linked() => NextUnit();

    /// <summary>A unit changed the rules or the policy.</summary>
    public void RulesChanged() => (EntryRules, Indicators, Held, IsPolicyFollowed) = (null, null, null, false);

    /// <summary>The next unit of the transaction begins.</summary>
    public void NextUnit()
    {
        Person = null;
        strangers.Clear();
    }
}
