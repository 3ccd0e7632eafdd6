using System.Globalization;
using System.Xml.Linq;
using Rahdari.Casework.Networks;
using Rahdari.Node.Console.Texts;

namespace Rahdari.Node.Console.Networks;

/// <summary>Draws a network: each kind by a shape and a letter, each node by the number of its row in the table.</summary>
internal static class NetworkPicture
{
    private const int LabelLength = 22;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The picture as SVG, which scales to the width it is given.</summary>
    public static string Draw(NetworkView view, ConsoleText text)
    {
        var layout = NetworkLayout.Of(view);
        var picture = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {layout.Width:0.#} {layout.Height:0.#}")),
            new XAttribute("width", "100%"),
            new XAttribute("class", "network"),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", text["NetworkPicture", view.Nodes.Count]),
            new XAttribute("direction", "ltr"),
            new XAttribute("font-size", "13"));
        foreach (var link in view.Links)
        {
            var (from, to) = (layout.Places[link.From], layout.Places[link.To]);
            var line = new XElement(
                Svg + "line", At("x1", from.X), At("y1", from.Y), At("x2", to.X), At("y2", to.Y), new XAttribute("stroke", "currentColor"), new XAttribute("stroke-width", "1.2"));
            if (link.Kind == NetworkLinkKind.PerhapsSamePerson)
                line.Add(new XAttribute("stroke-dasharray", "6 4"));
            picture.Add(line);
        }
        foreach (var (index, node) in view.Nodes.Index())
        {
            var place = layout.Places[node.Id];
            var shape = Shape(node.Kind, place.X, place.Y);
            shape.Add(new XAttribute("fill", "Canvas"), new XAttribute("stroke", "currentColor"), new XAttribute("stroke-width", index == 0 || node.JoinsCases ? "4" : "1.5"));
            if (node.Kind == NetworkNodeKind.CaseElsewhere)
                shape.Add(new XAttribute("stroke-dasharray", "6 4"));
            picture.Add(shape, Words(place.X, place.Y + 5, $"{text.Word("NetworkLetter", node.Kind)}{index + 1}"), Words(place.X, place.Y + 36, ConsoleText.Isolate(Short(node.Label))));
        }
        return picture.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Shape(NetworkNodeKind kind, double x, double y) => kind switch
    {
        NetworkNodeKind.Case or NetworkNodeKind.CaseElsewhere => new XElement(Svg + "rect", At("x", x - 24), At("y", y - 18), At("width", 48), At("height", 36)),
        NetworkNodeKind.Accused => new XElement(Svg + "circle", At("cx", x), At("cy", y), At("r", 21)),
        NetworkNodeKind.Telephone or NetworkNodeKind.Account or NetworkNodeKind.Document => Polygon((x, y - 24), (x + 28, y), (x, y + 24), (x - 28, y)),
        NetworkNodeKind.Address or NetworkNodeKind.Route or NetworkNodeKind.Vehicle => Polygon((x - 28, y), (x - 16, y - 20), (x + 16, y - 20), (x + 28, y), (x + 16, y + 20), (x - 16, y + 20)),
        _ => Polygon((x - 22, y - 20), (x + 22, y - 20), (x + 30, y + 20), (x - 30, y + 20)),
    };

    private static XElement Polygon(params (double X, double Y)[] points) =>
        new(Svg + "polygon", new XAttribute("points", string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#},{p.Y:0.#}")))));

    private static XElement Words(double x, double y, string words) =>
        new(Svg + "text", At("x", x), At("y", y), new XAttribute("text-anchor", "middle"), words);

    // By text elements, so that no letter is cut in two; what XML cannot hold is left out.
    private static string Short(string label)
    {
        var whole = string.Concat(label.EnumerateRunes().Where(rune => !System.Text.Rune.IsControl(rune)).Select(rune => rune.ToString()));
        var letters = new StringInfo(whole);
        return letters.LengthInTextElements <= LabelLength ? whole : letters.SubstringByTextElements(0, LabelLength - 1) + "…";
    }

    private static XAttribute At(string name, double value) => new(name, value.ToString("0.#", CultureInfo.InvariantCulture));
}
