namespace Rahdari.Documents.Names;

/// <summary>A table of transliteration.</summary>
public enum TransliterationTable
{
    /// <summary>Doc 9303-3 §6 A: national Latin letters.</summary>
    Latin,

    /// <summary>Doc 9303-3 §6 B: Cyrillic.</summary>
    Cyrillic,

    /// <summary>Doc 9303-3 §6 C: Arabic, with the Persian, Pashto and Urdu letters.</summary>
    Arabic,
}
