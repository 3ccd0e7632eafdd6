using System.Security.Cryptography;
using Rahdari.Border.Received;
using Rahdari.Links.Pki;

namespace Rahdari.Links.Lines;

/// <summary>Whose records headquarters takes in: the nodes of the authority's register. Thread-safe.</summary>
public sealed class EnrolledSenders : ISenders
{
    private readonly NodeTrust trust;
    private readonly string self;
    private readonly Lock gate = new();
    private (long Number, IReadOnlyList<Sender> Senders)? known;

    /// <summary>By the register of a trust.</summary>
    /// <param name="trust">The authority's.</param>
    /// <param name="self">Headquarters' own node, which sends itself nothing.</param>
    public EnrolledSenders(NodeTrust trust, string self) => (this.trust, this.self) = (trust, self);

    /// <inheritdoc/>
    public IReadOnlyList<Sender> All
    {
        get
        {
            lock (gate)
            {
                var number = trust.Number;
                if (known?.Number != number)
                    known = (number, [.. trust.Nodes.Where(node => node.Name != self).Select(Of)]);
                return known.Value.Senders;
            }
        }
    }

    private static Sender Of(CertifiedNode node) => new(node.Name, node.Port, [.. node.RecordKeys.Select(Of)], node.IsRevoked);

    private static SenderKey Of(RecordKey key)
    {
        var of = ECDsa.Create();
        of.ImportSubjectPublicKeyInfo(key.PublicKey.Span, out _);
        return new SenderKey(key.FirstSequence, of);
    }
}
