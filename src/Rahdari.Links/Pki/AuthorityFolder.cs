namespace Rahdari.Links.Pki;

/// <summary>The files of the authority in the folder <c>authority</c> of headquarters' site.</summary>
/// <param name="Path">The folder.</param>
public sealed record AuthorityFolder(string Path)
{
    /// <summary>The name of the folder in a site's.</summary>
    public const string Name = "authority";

    /// <summary>The authority of the site in a folder.</summary>
    public static AuthorityFolder Of(string siteFolder) => new(System.IO.Path.Combine(siteFolder, Name));

    /// <summary>The authority's key (PKCS #8, PEM), its owner's alone; not there where a token holds it.</summary>
    public string KeyFile => System.IO.Path.Combine(Path, "authority.key");

    /// <summary>Where the token is that holds the key (JSON); not there where the key is a file.</summary>
    public string TokenFile => System.IO.Path.Combine(Path, "authority.token.json");

    /// <summary>The authority's certificate (PEM).</summary>
    public string CertificateFile => System.IO.Path.Combine(Path, "authority.crt");

    /// <summary>The list of revoked certificates (PEM).</summary>
    public string RevocationFile => System.IO.Path.Combine(Path, "authority.crl");

    /// <summary>The register of nodes: a line of JSON, and a line with the authority's signature over it.</summary>
    public string RegisterFile => System.IO.Path.Combine(Path, "register.jsonl");

    /// <summary>The key that invitations' codes are made with: 32 bytes, its owner's alone.</summary>
    public string InvitationKeyFile => System.IO.Path.Combine(Path, "invitations.key");

    internal string LockFile => System.IO.Path.Combine(Path, "lock");

    /// <summary>True where an authority is there.</summary>
    public bool Exists => File.Exists(CertificateFile);
}
