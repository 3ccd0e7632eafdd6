namespace Rahdari.Links.Pki;

/// <summary>
/// The files of a node in the folder <c>pki</c> of its site. The name <c>current</c> points to the set of files that counts; a new set takes its place by one rename, so that a key and a certificate that do not
/// belong together are never seen.
/// </summary>
/// <param name="Path">The folder.</param>
public sealed record NodeFolder(string Path)
{
    /// <summary>The name of the folder in a site's.</summary>
    public const string Name = "pki";

    internal const string SetPrefix = "set-";

    /// <summary>The files of the site in a folder.</summary>
    public static NodeFolder Of(string siteFolder) => new(System.IO.Path.Combine(siteFolder, Name));

    /// <summary>Points to the set that counts.</summary>
    public string Current => System.IO.Path.Combine(Path, "current");

    /// <summary>The link key (PKCS #8, PEM), its owner's alone; another program, the broker, reads it too.</summary>
    public string LinkKeyFile => LinkKeyIn(Current);

    /// <summary>The link certificate (PEM).</summary>
    public string LinkCertificateFile => LinkCertificateIn(Current);

    /// <summary>The certificate of the ledger's key (PEM).</summary>
    public string RecordCertificateFile => RecordCertificateIn(Current);

    /// <summary>The authority's certificate (PEM).</summary>
    public string AuthorityFile => AuthorityIn(Current);

    /// <summary>The authority's list of revoked certificates (PEM).</summary>
    public string RevocationFile => RevocationIn(Current);

    /// <summary>True where the node was certified.</summary>
    public bool Exists => File.Exists(LinkCertificateFile);

    /// <summary>The new link key and what is asked with it, until it is answered.</summary>
    internal string Requested => System.IO.Path.Combine(Path, "requested");

    internal string Set(string serial) => System.IO.Path.Combine(Path, SetPrefix + serial);

    internal static string LinkKeyIn(string set) => System.IO.Path.Combine(set, "link.key");

    internal static string LinkCertificateIn(string set) => System.IO.Path.Combine(set, "link.crt");

    internal static string RecordCertificateIn(string set) => System.IO.Path.Combine(set, "record.crt");

    internal static string AuthorityIn(string set) => System.IO.Path.Combine(set, "authority.crt");

    internal static string RevocationIn(string set) => System.IO.Path.Combine(set, "authority.crl");
}
