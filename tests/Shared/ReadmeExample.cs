namespace Rahdari.Tests;

/// <summary>The first example of a room's README, held to the test that compiles and runs it.</summary>
internal static class ReadmeExample
{
    /// <summary>Every line of the example stands in the test's source, in its order; the test may assert in between.</summary>
    /// <param name="readme">The README, from the root of the repository.</param>
    /// <param name="test">The test's source, from the root of the repository.</param>
    public static void StandsIn(string readme, string test)
    {
        var text = File.ReadAllText(Path.Combine(Root(), readme));
        var start = text.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        var example = Lines(text[start..text.IndexOf("```", start, StringComparison.Ordinal)]);
        Assert.NotEmpty(example);
        var source = new Queue<string>(Lines(File.ReadAllText(Path.Combine(Root(), test))));
        foreach (var line in example)
        {
            while (source.Count > 0 && source.Peek() != line)
                source.Dequeue();
            Assert.True(source.TryDequeue(out _), $"{test} does not have, in its place, the line of {readme}: {line}");
        }
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Rahdari.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests run from within the repository.");
    }
}
