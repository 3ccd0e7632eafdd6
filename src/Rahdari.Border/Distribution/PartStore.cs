using System.Globalization;
using System.Security.Cryptography;
using Rahdari.Border.Sites;

namespace Rahdari.Border.Distribution;

/// <summary>
/// Where a port collects parts, each in a file as it came, until an update is whole: what came before a restart or a cut of the link need not come again. One update of a topic; a part of a later one
/// takes the place of all of an earlier. Not thread-safe.
/// </summary>
/// <param name="root">The folder; made when the first part comes, readable by its owner alone.</param>
internal sealed class PartStore(string root)
{
    private const string Extension = ".part";

    /// <summary>The numbers that have not come.</summary>
    public IReadOnlyList<int> Missing(UpdateTerms terms)
    {
        var folder = Folder(terms);
        var known = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, $"*{Extension}").Select(Number).ToHashSet() : [];
        return [.. Enumerable.Range(1, terms.Parts).Where(number => !known.Contains(number))];
    }

    /// <summary>Keeps a part in the place of everything that is not of its update.</summary>
    public void Keep(UpdatePart part, ReadOnlySpan<byte> message)
    {
        var folder = Folder(part.Terms);
        foreach (var other in Updates(part.Terms.Topic).Where(other => other != folder).ToArray())
            Directory.Delete(other, recursive: true);
        SiteFolder.MakePrivate(root);
        Directory.CreateDirectory(folder);
        var file = FileOf(part.Terms, part.Number);
        if (File.Exists(file))
            return;
        // Whole under its name or not there; what a power cut spoils is found by its signature.
        File.WriteAllBytes(file + ".tmp", message);
        File.Move(file + ".tmp", file, overwrite: true);
    }

    /// <summary>The update of a topic that is being collected; null where there is none.</summary>
    public UpdateTerms? Collected(Topic topic, Headquarters headquarters)
    {
        foreach (var folder in Updates(topic.Name))
        {
            foreach (var file in Directory.EnumerateFiles(folder, $"*{Extension}"))
            {
                if (UpdatePart.Read(File.ReadAllBytes(file), headquarters).Value is { } part && part.Terms.Topic == topic.Name)
                    return part.Terms;
            }
        }
        return null;
    }

    /// <summary>Reads all parts: those that are not as headquarters signed them are thrown away and named; none where the whole is as it was published.</summary>
    public IReadOnlyList<int> Spoilt(UpdateTerms terms, Headquarters headquarters, CancellationToken cancellation)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var spoilt = new List<int>();
        for (var number = 1; number <= terms.Parts; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = FileOf(terms, number);
            if (File.Exists(file) && UpdatePart.Read(File.ReadAllBytes(file), headquarters).Value is { } part && part.Number == number && part.Terms == terms)
            {
                sha.AppendData(part.Body.Span);
                continue;
            }
            File.Delete(file);
            spoilt.Add(number);
        }
        if (spoilt.Count > 0 || Convert.ToHexString(sha.GetHashAndReset()) == terms.Hash)
            return spoilt;
        Remove(terms.Topic);
        return [.. Enumerable.Range(1, terms.Parts)];
    }

    /// <summary>The content, compressed, of parts that were all read just now.</summary>
    public Stream Open(UpdateTerms terms) => new Bodies(this, terms);

    /// <summary>Throws away what was collected of a topic.</summary>
    public void Remove(string topic)
    {
        if (Directory.Exists(FolderOf(topic)))
            Directory.Delete(FolderOf(topic), recursive: true);
    }

    private IEnumerable<string> Updates(string topic) => Directory.Exists(FolderOf(topic)) ? Directory.EnumerateDirectories(FolderOf(topic)) : [];

    // A topic's name is of small letters, digits, hyphens and one slash.
    private string FolderOf(string topic) => Path.Combine(root, topic.Replace('/', '+'));

    private string Folder(UpdateTerms terms) => Path.Combine(FolderOf(terms.Topic), string.Create(CultureInfo.InvariantCulture, $"{terms.Series}-{terms.From}-{terms.To}-{terms.Hash}-{terms.ContentHash[..16]}"));

    private string FileOf(UpdateTerms terms, int number) => Path.Combine(Folder(terms), number.ToString("00000", CultureInfo.InvariantCulture) + Extension);

    private static int Number(string file) => int.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The bodies one behind the other; holds one at a time.</summary>
    private sealed class Bodies(PartStore store, UpdateTerms terms) : Stream
    {
        private ReadOnlyMemory<byte> body;
        private int number;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            while (body.IsEmpty)
            {
                if (number == terms.Parts)
                    return 0;
                var message = File.ReadAllBytes(store.FileOf(terms, ++number));
                var length = UpdatePart.BodyLength(terms, number);
                if (message.Length < length + SignedBytes.SignatureLength)
                    throw new InvalidDataException();
                body = message.AsMemory(message.Length - SignedBytes.SignatureLength - length, length);
            }
            var some = Math.Min(buffer.Length, body.Length);
            body.Span[..some].CopyTo(buffer);
            body = body[some..];
            return some;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
