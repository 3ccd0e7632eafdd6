using System.Text.RegularExpressions;

namespace Rahdari.Records;

/// <summary>The code of a circle or of an organisation: 2 to 16 capital letters, digits and hyphens, the first and the last no hyphen.</summary>
public static partial class PlaceCode
{
    /// <summary>True where the text is such a code.</summary>
    public static bool Is(string? text) => text is not null && Form().IsMatch(text);

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9-]{0,14}[A-Z0-9]\z")]
    private static partial Regex Form();
}
