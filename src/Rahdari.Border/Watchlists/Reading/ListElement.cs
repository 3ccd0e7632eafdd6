namespace Rahdari.Border.Watchlists.Reading;

/// <summary>
/// One element of an entry. What a reader understands it takes; whatever has not been taken in the end is told by
/// <see cref="Rest"/>, so that nothing that the list says can be lost by being unknown.
/// </summary>
internal sealed class ListElement(string name, int line, int column)
{
    private readonly List<ListElement> children = [];
    private bool isTaken;

    public string Name => name;

    /// <summary>1-based.</summary>
    public int Line => line;

    /// <summary>1-based.</summary>
    public int Column => column;

    /// <summary>Without the layout's blanks; empty where there is none.</summary>
    public string Text { get; private set; } = "";

    public void Add(ListElement child) => children.Add(child);

    public void SetText(string value) => Text = ListText.Clean(value);

    /// <summary>The children of a name, in order.</summary>
    public IEnumerable<ListElement> Children(string childName) => children.Where(c => c.Name == childName);

    /// <summary>Everything in it, however deep, in order.</summary>
    public IEnumerable<ListElement> Below() => children.SelectMany(c => c.Below().Prepend(c));

    /// <summary>This element's text and that of the VALUE elements in it: the list writes several values so.</summary>
    public IEnumerable<ListElement> Values() => children.Where(c => c.Name == "VALUE").Prepend(this).Where(v => v.Text.Length > 0);

    /// <summary>The text of the first child of a name that has one and is not taken, left where it is; empty where there is none.</summary>
    public string Peek(string childName) => First(childName)?.Text ?? "";

    /// <summary>The same, taken.</summary>
    public string Take(string childName) => First(childName)?.Take() ?? "";

    /// <summary>This element's text, taken.</summary>
    public string Take()
    {
        isTaken = true;
        return Text;
    }

    /// <summary>Every text below and in this element that was not taken, with its element's name: <c>CITY_OF_ISSUE: Tunis</c>.</summary>
    public IEnumerable<string> Rest()
    {
        if (!isTaken && Text.Length > 0)
            yield return Text;
        foreach (var child in children)
        {
            if (child.children.Count == 0)
            {
                if (!child.isTaken && child.Text.Length > 0)
                    yield return $"{child.Name}: {child.Text}";
                continue;
            }
            if (child.Rest().ToArray() is { Length: > 0 } rest)
                yield return $"{child.Name}: {string.Join("; ", rest.Select(WithoutValue))}";
        }
    }

    /// <summary>The same, all taken.</summary>
    public IReadOnlyList<string> TakeRest()
    {
        var rest = Rest().ToArray();
        TakeAll();
        return rest;
    }

    private void TakeAll()
    {
        isTaken = true;
        foreach (var child in children)
            child.TakeAll();
    }

    private static string WithoutValue(string rest) => rest.StartsWith("VALUE: ", StringComparison.Ordinal) ? rest["VALUE: ".Length..] : rest;

    private ListElement? First(string childName) => children.FirstOrDefault(c => c.Name == childName && c.Text.Length > 0 && !c.isTaken);
}
