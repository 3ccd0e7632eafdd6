using System.Runtime.InteropServices;
using System.Text;
using Rahdari.Documents.Findings;

namespace Rahdari.Links.Pki;

/// <summary>Files of the authority and of nodes: whole on the disk or not there, and keys for their owner alone.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>The rule broken where others than the owner may read or write a file with a secret, or enter its folder; null where all is well, or the file is not there.</summary>
    public static Finding? Loose(string file) =>
        ModeOf(file) is { } mode && (mode & ~OwnerFile) != 0 ? LinksRule.KeyPermissions.Broken(null, ("file", file), ("mode", Octal(mode)), ("wanted", "0600")) : null;

    /// <summary>The same of a folder.</summary>
    public static Finding? LooseFolder(string folder) =>
        ModeOf(folder) is { } mode && (mode & ~OwnerFolder) != 0 ? LinksRule.KeyPermissions.Broken(null, ("file", folder), ("mode", Octal(mode)), ("wanted", "0700")) : null;

    /// <summary>Makes a folder that its owner alone may enter.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerFolder);
    }

    /// <summary>Writes a file beside its place, waits for the disk, and puts it there by rename: a power cut leaves the old or the new. Its owner alone may read it, unless <paramref name="isPublic"/>.</summary>
    public static void Replace(string file, ReadOnlySpan<byte> content, bool isPublic = false)
    {
        var partial = $"{file}.{Guid.NewGuid():N}.partial";
        try
        {
            Create(partial, content, isPublic);
            File.Move(partial, file, overwrite: true);
            SyncFolder(Path.GetDirectoryName(file)!);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Writes a new file, durable before it returns.</summary>
    /// <exception cref="IOException">The file exists.</exception>
    public static void Create(string file, ReadOnlySpan<byte> content, bool isPublic = false)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = isPublic ? OwnerFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead : OwnerFile;
        using var stream = new FileStream(file, options);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Reads a file; null where it is not there, or is larger than allowed: nothing is read then.</summary>
    public static byte[]? Read(string file, int largest)
    {
        try
        {
            using var stream = File.OpenRead(file);
            if (stream.Length > largest)
                return null;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Waits until names that were changed in a folder are on the disk: a rename alone may be lost in a power cut.</summary>
    public static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
            return;
        const int ReadOnly = 0;
        var handle = Posix.Open(Name(folder), ReadOnly);
        if (handle < 0)
            return;
        _ = Posix.Sync(handle);
        _ = Posix.Close(handle);
    }

    /// <summary>Has a name point to a folder beside it; whoever looks meanwhile sees the one before or this one.</summary>
    public static void Point(string link, string folderName)
    {
        var partial = $"{link}.{Guid.NewGuid():N}.partial";
        Directory.CreateSymbolicLink(partial, folderName);
        // File.Move follows the link and finds no file behind it.
        if (Posix.Rename(Name(partial), Name(link)) != 0)
        {
            var error = Marshal.GetLastPInvokeErrorMessage();
            File.Delete(partial);
            throw new IOException($"{link}: {error}");
        }
        SyncFolder(Path.GetDirectoryName(link)!);
    }

    /// <summary>The permissions; null where the file is not there, or its system has none.</summary>
    private static UnixFileMode? ModeOf(string path)
    {
        try
        {
            return OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static byte[] Name(string path) => [.. Encoding.UTF8.GetBytes(path), 0];

    private static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8).PadLeft(4, '0');

    private static class Posix
    {
        [DllImport("libc", EntryPoint = "open")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open(byte[] path, int flags);

        [DllImport("libc", EntryPoint = "rename", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Rename(byte[] from, byte[] to);

        [DllImport("libc", EntryPoint = "fsync")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Sync(int handle);

        [DllImport("libc", EntryPoint = "close")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int handle);
    }
}
