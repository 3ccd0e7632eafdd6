using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Rahdari.Border.Sites;

namespace Rahdari.Border.Distribution;

/// <summary>An update, ready to be sent in parts: compressed in a file that no name leads to, gone once this is disposed of. Thread-safe.</summary>
public sealed class PublishedUpdate : IAsyncDisposable
{
    private readonly SiteFolder site;
    private readonly FileStream file;

    private PublishedUpdate(SiteFolder site, FileStream file, UpdateTerms terms) => (this.site, this.file, Terms) = (site, file, terms);

    /// <summary>What it is.</summary>
    public UpdateTerms Terms { get; }

    /// <summary>A part as it is sent, at most <see cref="DistributionLimits.LargestPart"/> bytes.</summary>
    /// <param name="number">1 to <see cref="UpdateTerms.Parts"/>.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Answer<byte[]>> PartAsync(int number, CancellationToken cancellation = default)
    {
        if (number < 1 || number > Terms.Parts)
            return SignedReader.Malformed("number", 0, $"1–{Terms.Parts}");
        var body = new byte[UpdatePart.BodyLength(Terms, number)];
        var at = (long)(number - 1) * DistributionLimits.LargestBody;
        for (var read = 0; read < body.Length;)
        {
            var some = await RandomAccess.ReadAsync(file.SafeFileHandle, body.AsMemory(read), at + read, cancellation);
            if (some == 0)
                throw new EndOfStreamException(file.Name);
            read += some;
        }
        using var key = site.OpenKey();
        return new UpdatePart(Terms, number, body).Signed(key);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => file.DisposeAsync();

    internal static async Task<Answer<PublishedUpdate>> WriteAsync(SiteFolder site, long series, Topic topic, TopicLines lines, PublishedTopic published, CancellationToken cancellation)
    {
        var file = Open(Path.Combine(site.FullPath, $"published-{Guid.NewGuid():N}.tmp"));
        try
        {
            using var sha = SHA256.Create();
            var (size, count) = (0L, 0);
            await using (var hashed = new CryptoStream(file, sha, CryptoStreamMode.Write, leaveOpen: true))
            await using (var packed = new BrotliStream(hashed, CompressionLevel.Optimal))
            {
                await foreach (var line in lines.Lines.WithCancellation(cancellation))
                {
                    var bytes = Encoding.UTF8.GetBytes(line + "\n");
                    await packed.WriteAsync(bytes, cancellation);
                    size += bytes.Length;
                    // No port would take it: better that headquarters hears of it.
                    if (bytes.Length > DistributionLimits.LongestLine || size > DistributionLimits.LargestUpdate || ++count > DistributionLimits.MostLines)
                    {
                        await file.DisposeAsync();
                        return BorderRule.PublishedTooLarge.Broken("topic", ("topic", topic.Name));
                    }
                }
            }
            await file.FlushAsync(cancellation);
            if (UpdatePart.Count(file.Length) > DistributionLimits.MostParts)
            {
                await file.DisposeAsync();
                return BorderRule.PublishedTooLarge.Broken("topic", ("topic", topic.Name));
            }
            var terms = new UpdateTerms
            {
                Series = series,
                Node = site.Settings.Node,
                Topic = topic.Name,
                From = lines.From,
                To = published.Version,
                Parts = (int)UpdatePart.Count(file.Length),
                Length = file.Length,
                Size = size,
                Hash = Convert.ToHexString(sha.Hash!),
                ContentHash = published.ContentHash,
            };
            return new PublishedUpdate(site, file, terms);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Readable by its owner alone, and without a name as soon as it is open where the system can do so: what a dead process held is gone with it.</summary>
    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete, Options = FileOptions.DeleteOnClose };
        if (OperatingSystem.IsWindows())
            return new FileStream(path, options);
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        options.Options = FileOptions.None;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }
}
