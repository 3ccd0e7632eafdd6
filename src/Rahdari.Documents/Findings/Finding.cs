namespace Rahdari.Documents.Findings;

/// <summary>
/// One thing found wrong, unusual or worth knowing. Plain data, so that it can be stored and sent; its sentence in a
/// language comes from the resources of the room that found it, by <see cref="Code"/>.
/// </summary>
/// <param name="Code">The stable name, e.g. <c>MRZ_CHECK_DIGIT_DOCUMENT_NUMBER</c>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Field">The field concerned, in the standard's term (<c>DocumentNumber</c>), or null for the whole.</param>
/// <param name="Evidence">What was seen, by name: values for the placeholders of the sentence and for scripts.</param>
public sealed record Finding(string Code, Severity Severity, string? Field, IReadOnlyDictionary<string, string> Evidence)
{
    /// <summary>A finding with its evidence given as name and value pairs.</summary>
    public static Finding Of(string code, Severity severity, string? field, params ReadOnlySpan<(string Name, string Value)> evidence)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in evidence)
            values[name] = value;
        return new Finding(code, severity, field, values);
    }
}
