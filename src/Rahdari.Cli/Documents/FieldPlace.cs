using System.Globalization;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Cli.Documents;

/// <summary>Where in a zone a finding points.</summary>
internal static class FieldPlace
{
    /// <summary>The place that the finding itself names, otherwise that of its field, otherwise null.</summary>
    public static ZonePlace? Of(MrzFormat format, Finding finding)
    {
        if (Number(finding, "line") is { } line && (Number(finding, "position") ?? Number(finding, "column")) is { } column)
            return new ZonePlace(line, column, Number(finding, "length") ?? 1);
        return finding.Field is { } field ? ZonePlace.Of(format, field) : null;
    }

    private static int? Number(Finding finding, string name) =>
        finding.Evidence.TryGetValue(name, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100
            ? number
            : null;
}
