using Spectre.Console;

namespace Rahdari.Cli.Output;

/// <summary>Text for people: tables on a terminal, plain lines with tabs otherwise, so that other programs can cut them.</summary>
internal sealed class Paper
{
    private readonly TextWriter writer;
    private readonly IAnsiConsole? console;

    public Paper(TextWriter to, bool terminal)
    {
        writer = to;
        if (terminal)
            console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(to) });
    }

    /// <summary>One line, as it is.</summary>
    public void Line(string text = "") => writer.WriteLine(Printable(text));

    /// <summary>Names and values; empty values are left out.</summary>
    public void Pairs(params ReadOnlySpan<(string Name, string? Value)> pairs)
    {
        var width = 0;
        foreach (var (name, _) in pairs)
            width = Math.Max(width, name.Length);
        foreach (var (name, value) in pairs)
        {
            if (!string.IsNullOrEmpty(value))
                Line($"{(name + ":").PadRight(width + 1)} {value}");
        }
    }

    /// <summary>Rows under headings.</summary>
    public void Rows(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (console is null)
        {
            Line(string.Join('\t', headings));
            foreach (var row in rows)
                Line(string.Join('\t', row.Select(cell => cell.ReplaceLineEndings(" ").Replace('\t', ' '))));
            return;
        }

        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(new Text(heading)));
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(Printable(cell))));
        console.Write(table);
    }

    // A list's or a document's text is not ours: a control character in it must not command the terminal.
    private static string Printable(string text) =>
        text.AsSpan().ContainsAnyInRange('\0', '\u001f') || text.AsSpan().ContainsAnyInRange('\u007f', '\u009f')
            ? string.Create(text.Length, text, static (to, from) =>
            {
                for (var i = 0; i < to.Length; i++)
                    to[i] = from[i] is '\t' or '\n' || !char.IsControl(from[i]) ? from[i] : '\uFFFD';
            })
            : text;
}
