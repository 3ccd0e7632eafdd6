namespace Rahdari.Documents.Lds;

/// <summary>EF.COM (Doc 9303-10 §4.6.1): what the chip says of itself, unsigned.</summary>
/// <param name="LdsVersion">The version of the logical data structure: <c>0107</c>, <c>0108</c>.</param>
/// <param name="UnicodeVersion">The version of Unicode: <c>040000</c>.</param>
/// <param name="Groups">The data groups that it lists, by number, in its order.</param>
public sealed record CommonData(string LdsVersion, string UnicodeVersion, IReadOnlyList<int> Groups);
