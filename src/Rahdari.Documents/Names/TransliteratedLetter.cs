namespace Rahdari.Documents.Names;

/// <summary>A letter of a national alphabet.</summary>
/// <param name="Letter">Upper case.</param>
/// <param name="Table">The table that names it.</param>
/// <param name="Forms">What stands for it in a zone, the recommended form first; an empty form is no letter.</param>
internal sealed record TransliteratedLetter(char Letter, TransliterationTable Table, IReadOnlyList<string> Forms);
