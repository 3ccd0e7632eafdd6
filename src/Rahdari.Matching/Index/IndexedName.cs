using Rahdari.Matching.Names;

namespace Rahdari.Matching.Index;

/// <summary>A listed name, and whose it is.</summary>
internal sealed record IndexedName(int Person, ListedName Name, WeighedName Weighed);
