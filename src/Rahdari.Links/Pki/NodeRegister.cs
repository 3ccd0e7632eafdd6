using System.Text.Json.Serialization;

namespace Rahdari.Links.Pki;

/// <summary>What the authority knows: who was invited, who is enrolled with which certificates, who takes part no more. Headquarters' truth; signed by the authority. Immutable.</summary>
/// <param name="Format">The form of the file.</param>
/// <param name="Number">1, 2, 3 … with every change.</param>
/// <param name="ChangedAt">UTC.</param>
/// <param name="Country">Whose authority, as a code of Doc 9303-3 §5.</param>
/// <param name="RevocationNumber">The number of the revocation list that belongs to it.</param>
/// <param name="Invitations">The last one of each node.</param>
/// <param name="Nodes">By name.</param>
public sealed record NodeRegister(
    string Format, long Number, DateTimeOffset ChangedAt, string Country, long RevocationNumber, IReadOnlyList<Invitation> Invitations, IReadOnlyList<RegisteredNode> Nodes)
{
    /// <summary>The form that this program writes.</summary>
    public const string FormatName = "rahdari-pki-register/1";

    /// <summary>By when the next revocation list is due; any change writes one. UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset RevocationsDue => ChangedAt + NodeRevocations.Validity;

    internal RegisteredNode? Find(string node) => Nodes.FirstOrDefault(n => n.Name == node);

    internal Invitation? FindInvitation(string node) => Invitations.FirstOrDefault(i => i.Node == node);

    internal NodeRegister With(Invitation invitation) =>
        this with { Invitations = [.. Invitations.Where(i => i.Node != invitation.Node).Append(invitation).OrderBy(i => i.Node, StringComparer.Ordinal)] };

    internal NodeRegister With(RegisteredNode node) =>
        this with { Nodes = [.. Nodes.Where(n => n.Name != node.Name).Append(node).OrderBy(n => n.Name, StringComparer.Ordinal)] };
}
