namespace Rahdari.Border.Distribution;

/// <summary>What a site has in force of a topic that headquarters governs.</summary>
/// <param name="Topic">The topic's name.</param>
/// <param name="Version">Headquarters' own number of it.</param>
/// <param name="ContentHash">SHA-256, hexadecimal, of everything that the version says.</param>
/// <param name="Node">Headquarters.</param>
/// <param name="AppliedAt">When it came into force here; UTC.</param>
public sealed record HeldTopic(string Topic, long Version, string ContentHash, string Node, DateTimeOffset AppliedAt);

/// <summary>What a site lacks of a catalogue.</summary>
/// <param name="Topic">The topic's name.</param>
/// <param name="From">The version to ask from: the one held, or 0 where only a snapshot helps.</param>
/// <param name="To">The version in the catalogue; headquarters may answer with a later one.</param>
public sealed record MissingTopic(string Topic, long From, long To);

/// <summary>How much of an update has been taken.</summary>
/// <param name="Terms">The update.</param>
/// <param name="Missing">The numbers of the parts that have not come; empty where it can be applied.</param>
public sealed record TakenUpdate(UpdateTerms Terms, IReadOnlyList<int> Missing);
