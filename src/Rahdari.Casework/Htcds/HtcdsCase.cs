using System.Collections.Frozen;

namespace Rahdari.Casework.Htcds;

/// <summary>A case as the standard tells it: one victim, and whatever there may be several of. Immutable and thread-safe; equal where every value is.</summary>
/// <remarks>A criminal case with several victims is several of these.</remarks>
public sealed class HtcdsCase : IEquatable<HtcdsCase>
{
    private static readonly FrozenDictionary<HtcdsGroup, string> Names = new Dictionary<HtcdsGroup, string>
    {
        [HtcdsGroup.Organisation] = "organisations",
        [HtcdsGroup.Perpetrator] = "perpetrators",
        [HtcdsGroup.Referral] = "referrals",
        [HtcdsGroup.Comment] = "comments",
        [HtcdsGroup.Event] = "events",
        [HtcdsGroup.Plan] = "plans",
    }.ToFrozenDictionary();

    private readonly Dictionary<HtcdsGroup, IReadOnlyList<HtcdsRecord>> repeats;

    /// <summary>A case of a record of the group <see cref="HtcdsGroup.Case"/> and of any others, in their order.</summary>
    /// <exception cref="ArgumentException">The first is of another group, or one of the others of that group.</exception>
    public HtcdsCase(HtcdsRecord main, params IEnumerable<HtcdsRecord> others)
    {
        if (main.Group != HtcdsGroup.Case)
            throw new ArgumentException($"{main.Group} is no case.", nameof(main));
        Main = main;
        repeats = others.GroupBy(other => other.Group).ToDictionary(group => group.Key, group => (IReadOnlyList<HtcdsRecord>)[.. group]);
        if (repeats.ContainsKey(HtcdsGroup.Case))
            throw new ArgumentException("A case stands in no case.", nameof(others));
    }

    /// <summary>The groups of which a case may have several, in the standard's order.</summary>
    public static IReadOnlyList<HtcdsGroup> Repeated { get; } = [.. Names.Keys.Order()];

    /// <summary>The case, the victim, consent and incoming referral.</summary>
    public HtcdsRecord Main { get; }

    /// <summary>The records of a repeated group, in their order.</summary>
    public IReadOnlyList<HtcdsRecord> this[HtcdsGroup group] => repeats.GetValueOrDefault(group) ?? [];

    /// <summary>The name of a repeated group in JSON, and of its file of a set of tables.</summary>
    public static string NameOf(HtcdsGroup group) => group == HtcdsGroup.Case ? "cases" : Names[group];

    /// <inheritdoc/>
    public bool Equals(HtcdsCase? other) => other is not null && Main.Equals(other.Main) && Repeated.All(group => this[group].SequenceEqual(other[group]));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HtcdsCase);

    /// <inheritdoc/>
    public override int GetHashCode() => Main.GetHashCode();
}
