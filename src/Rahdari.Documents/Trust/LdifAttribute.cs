namespace Rahdari.Documents.Trust;

/// <summary>One value of an entry of a directory.</summary>
/// <param name="Name">The attribute without its options, in small letters.</param>
/// <param name="Value">The value; what was Base64 is decoded.</param>
/// <param name="Line">Where it begins, from 1.</param>
internal readonly record struct LdifAttribute(string Name, ReadOnlyMemory<byte> Value, int Line)
{
    /// <summary>The value as text; what is no UTF-8 is replaced.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Value.Span);
}
