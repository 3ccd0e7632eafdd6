namespace Rahdari.Border.Permissions;

/// <summary>
/// Reads rules of entry from a file: <c>{"classes":[{"code":"TOURIST","kind":"visa","title":"Tourist visa","legalBasis":"…","from":"2026-01-01"}]}</c>, with the
/// properties of <see cref="PermissionClass"/>. Takes any bytes and never throws. Pure; thread-safe.
/// </summary>
public static class EntryRulesFile
{
    /// <summary>Bytes of the largest file that is read.</summary>
    public const int Largest = 1024 * 1024;

    /// <summary>The classes, or the first rule that the file breaks, with <c>line</c> and <c>column</c> (both 1-based, the column in bytes) in its evidence.</summary>
    /// <param name="utf8">The file; a mark of the byte order before it does not count.</param>
    public static Answer<IReadOnlyList<PermissionClass>> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Largest)
            return BorderRule.EntryRulesInvalid.Broken("file", ("field", "file"), ("value", $"> {Largest} bytes"), ("line", "1"), ("column", "1"));
        utf8 = StrictJson.Unmarked(utf8);
        if (!StrictJson.TryRead<Document>(utf8, out var document, out var wrong))
            return BorderRule.EntryRulesMalformed.Broken(wrong.Value.Field, ("field", wrong.Value.Field), ("line", $"{wrong.Value.Line}"), ("column", $"{wrong.Value.Column}"));
        return EntryRulesCheck.Problem(document.Classes) is { } problem ? StrictJson.Placed(problem, utf8, "classes") : new Answer<IReadOnlyList<PermissionClass>>(document.Classes);
    }

    private sealed record Document(IReadOnlyList<PermissionClass> Classes);
}
