using System.Globalization;
using System.Text;

namespace Rahdari.Border.Crossings.Imports;

/// <summary>The records that were not imported, as a CSV: line, field, rule, sentence and the record as the file has it. Its owner's alone. For one thread.</summary>
internal sealed class RejectsFile : IDisposable
{
    private const string Heading = "line,field,rule,message,record\r\n";

    private readonly FileStream stream;

    private RejectsFile(FileStream stream) => this.stream = stream;

    /// <summary>Makes a new one, in the place of what stood there.</summary>
    public static RejectsFile Create(string path)
    {
        var rejects = new RejectsFile(Open(path));
        rejects.stream.SetLength(0);
        rejects.Write(0, []);
        return rejects;
    }

    /// <summary>As <see cref="Create"/>; null with the machine's reason, where another import writes to it for one.</summary>
    public static RejectsFile? TryCreate(string path, out string? reason)
    {
        try
        {
            reason = null;
            return Create(path);
        }
        catch (IOException e)
        {
            reason = e.Message;
            return null;
        }
    }

    /// <summary>True where both paths lead to one file.</summary>
    public static bool Is(string path, string other)
    {
        var comparison = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return string.Equals(Target(path), Target(other), comparison);

        static string Target(string of) => File.Exists(of) && File.ResolveLinkTarget(of, returnFinalTarget: true) is { } target ? target.FullName : Path.GetFullPath(of);
    }

    /// <summary>Opens that of a run that was left; null where it is not all there.</summary>
    public static RejectsFile? Resume(string path, long length)
    {
        if (!File.Exists(path) || new FileInfo(path).Length < length)
            return null;
        return new RejectsFile(Open(path));
    }

    /// <summary>Writes rejects behind a place, durably; what stood behind it is of a batch that was never committed. Returns where the next go.</summary>
    public long Write(long behind, IEnumerable<LegacyReject> rejects)
    {
        var text = new StringBuilder(behind == 0 ? Heading : "");
        foreach (var reject in rejects)
        {
            text.Append(CultureInfo.InvariantCulture, $"{reject.Error.Line},{Quoted(reject.Error.Field ?? "")},{reject.Error.Code},");
            text.Append(Quoted(BorderSentences.Of(reject.Error.Problem, CultureInfo.InvariantCulture))).Append(',').Append(Quoted(reject.Original)).Append("\r\n");
        }
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (bytes.Length == 0 && stream.Length == behind)
            return behind;
        stream.SetLength(behind);
        stream.Position = behind;
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
        return stream.Position;
    }

    public static string Quoted(string field) => field.AsSpan().ContainsAny("\",\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    public void Dispose() => stream.Dispose();

    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
