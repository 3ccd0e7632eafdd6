using System.Text.RegularExpressions;
using Rahdari.Border.Sites;
using Rahdari.Documents.Findings;

namespace Rahdari.Links.Pki;

/// <summary>The names of nodes that may be enrolled: those of sites in service.</summary>
internal static partial class NodeNames
{
    /// <summary>True where the text is the name of a node in service.</summary>
    public static bool Is(string text) => Form().IsMatch(text) && !text.StartsWith(SiteRules.TrainingNode, StringComparison.Ordinal);

    /// <summary>The rule broken where the text is none, or null.</summary>
    public static Finding? Refuse(string node) =>
        Is(node) ? null : LinksRule.FieldInvalid.Broken("node", ("field", "node"), ("rule", "3 to 32 of a-z, 0-9 and hyphen, not of training"));

    /// <summary>The rule broken where the text is no port, or null.</summary>
    public static Finding? RefusePort(string port) =>
        SiteRules.IsPort(port) && !port.StartsWith("XX", StringComparison.Ordinal) ? null : LinksRule.FieldInvalid.Broken("port", ("field", "port"), ("rule", "a UN/LOCODE such as PKKHI"));

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{1,30}[a-z0-9]\z")]
    private static partial Regex Form();
}
