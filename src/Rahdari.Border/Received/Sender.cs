using System.Security.Cryptography;

namespace Rahdari.Border.Received;

/// <summary>A node of the country whose records this site takes in.</summary>
/// <param name="Node">Its name.</param>
/// <param name="Port">The port (UN/LOCODE) whose crossings it records.</param>
/// <param name="Keys">The public keys that it signs records with, the first from record 1 on.</param>
/// <param name="IsRevoked">True where it is no longer trusted: nothing that comes from now on is taken in.</param>
public sealed record Sender(string Node, string Port, IReadOnlyList<SenderKey> Keys, bool IsRevoked = false)
{
    /// <summary>The key that signs the record of a sequence, or null where there is none.</summary>
    public ECDsa? KeyOf(long sequence) => Keys.LastOrDefault(key => key.From <= sequence)?.Key;
}

/// <summary>A key and the record from which on it signs.</summary>
/// <param name="From">The first sequence.</param>
/// <param name="Key">The public key.</param>
public sealed record SenderKey(long From, ECDsa Key);

/// <summary>Whose records are taken in. Thread-safe.</summary>
public interface ISenders
{
    /// <summary>Every node that was ever enrolled, by name.</summary>
    IReadOnlyList<Sender> All { get; }

    /// <summary>The node of a name, or null.</summary>
    Sender? Find(string node) => All.FirstOrDefault(sender => sender.Node == node);
}

/// <summary>A site that takes in nobody's records.</summary>
internal sealed class NoSenders : ISenders
{
    public IReadOnlyList<Sender> All => [];
}
