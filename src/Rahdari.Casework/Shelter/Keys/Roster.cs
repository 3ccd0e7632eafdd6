namespace Rahdari.Casework.Shelter.Keys;

/// <summary>Whose public keys an organisation has been told face to face or by telephone. Sealed under its own key: whoever changes a public key in the database gains nothing.</summary>
/// <param name="Members">Fingerprints of its members' keys by user name.</param>
/// <param name="Partners">Fingerprints of other organisations' keys by code.</param>
internal sealed record Roster(IReadOnlyDictionary<string, string> Members, IReadOnlyDictionary<string, string> Partners)
{
    public Roster With(string member, byte[] publicKey) => this with { Members = new SortedDictionary<string, string>(Members.ToDictionary()) { [member] = KeyPair.Fingerprint(publicKey) } };

    public Roster Without(string member) => this with { Members = new SortedDictionary<string, string>(Members.Where(m => m.Key != member).ToDictionary()) };

    public Roster WithPartner(string code, byte[] publicKey) => this with { Partners = new SortedDictionary<string, string>(Partners.ToDictionary()) { [code] = KeyPair.Fingerprint(publicKey) } };

    public bool KnowsMember(string member, byte[] publicKey) => Members.TryGetValue(member, out var known) && known == KeyPair.Fingerprint(publicKey);

    public bool KnowsPartner(string code, byte[] publicKey) => Partners.TryGetValue(code, out var known) && known == KeyPair.Fingerprint(publicKey);
}
