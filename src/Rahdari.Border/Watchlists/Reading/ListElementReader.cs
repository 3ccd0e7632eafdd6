using System.Text;
using System.Xml;

namespace Rahdari.Border.Watchlists.Reading;

/// <summary>Reads one element with everything in it, within the limits, wherever its parts stand.</summary>
internal sealed class ListElementReader(XmlReader xml, string file, ListErrors errors)
{
    /// <summary>What an element takes beside its characters.</summary>
    private const int ElementSize = 32;

    private readonly char[] chunk = new char[1024];
    private readonly IXmlLineInfo place = (IXmlLineInfo)xml;

    /// <summary>The element that the reader stands on; after it the reader stands on its end. Null where a limit was broken: the error is told, and reading must end.</summary>
    /// <exception cref="XmlException">The XML is malformed.</exception>
    public ListElement? Read()
    {
        var root = Start();
        var open = new Stack<(ListElement Element, StringBuilder Text)>();
        var size = Attributes(root);
        if (xml.IsEmptyElement)
            return root;
        open.Push((root, new StringBuilder()));
        while (open.Count > 0 && xml.Read())
        {
            var (element, text) = open.Peek();
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    var child = Start();
                    element.Add(child);
                    size += ElementSize + child.Name.Length + Attributes(child);
                    if (!xml.IsEmptyElement)
                        open.Push((child, new StringBuilder()));
                    break;
                case XmlNodeType.EndElement:
                    element.SetText(text.ToString());
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    size += Append(text);
                    if (text.Length > ListLimits.LongestValue)
                        return Refuse(ListRule.ValueTooLong, element, ("characters", ListLimits.LongestValue));
                    break;
            }
            if (size > ListLimits.LargestEntry)
                return Refuse(ListRule.EntryTooLarge, root, ListLimits.OfEntry);
            if (open.Count > ListLimits.DeepestElement)
                return Refuse(ListRule.EntryTooLarge, root, ListLimits.OfEntry);
        }
        return root;
    }

    private ListElement Start() => new(xml.LocalName, place.LineNumber, place.LinePosition);

    /// <summary>Attributes say something too, but for those of XML itself.</summary>
    private int Attributes(ListElement element)
    {
        var size = 0;
        while (xml.MoveToNextAttribute())
        {
            size += ElementSize + xml.LocalName.Length + xml.Value.Length;
            if (xml.NamespaceURI.Length > 0)
                continue;
            var attribute = Start();
            attribute.SetText(xml.Value);
            element.Add(attribute);
        }
        xml.MoveToElement();
        return size;
    }

    /// <summary>Adds the node's text in pieces, no more than can be a value.</summary>
    private int Append(StringBuilder text)
    {
        int read, size = 0;
        while (text.Length <= ListLimits.LongestValue && (read = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0)
        {
            text.Append(chunk, 0, read);
            size += read;
        }
        return size;
    }

    private ListElement? Refuse(ListRule rule, ListElement element, params ReadOnlySpan<(string Name, object? Value)> limits)
    {
        errors.Add(rule.Broken(file, element.Line, element.Column, element.Name, limits));
        return null;
    }
}
