namespace Rahdari.Documents.Mrz;

/// <summary>Composes a machine readable zone from its fields: the inverse of <see cref="MrzReader"/>.</summary>
public static class MrzComposer
{
    /// <summary>The lines, check digits computed, names transliterated (Doc 9303-3 §6) and truncated (§4.6).</summary>
    public static IReadOnlyList<string> Compose(MrzFields fields) => throw new NotImplementedException();
}
