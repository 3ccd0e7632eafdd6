namespace Rahdari.Tests;

/// <summary>A folder that ends with its test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("rahdari-test-");

    public string this[string name] => Path.Combine(root.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => root.Delete(recursive: true);
}
