using System.Security.Cryptography;

namespace Rahdari.Links.Pki;

/// <summary>The authority's private key, from its file or its token.</summary>
internal static class AuthorityKey
{
    private const int LargestReference = 16 * 1024;

    /// <summary>A new key with its file, or in a token with a reference to it.</summary>
    public static Answer<ECDsa> Make(AuthorityFolder folder, TokenReference? token)
    {
        if (token is not null)
        {
            var made = TokenKey.Make(token, out var reference);
            if (!made.Succeeded)
                return made.Problem;
            PrivateFiles.Create(folder.TokenFile, PkiJson.File(reference));
            return made.Value;
        }
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        PrivateFiles.Create(folder.KeyFile, System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
        return key;
    }

    /// <summary>Opens the key; refuses one that others may read.</summary>
    public static Answer<ECDsa> Open(AuthorityFolder folder)
    {
        if ((PrivateFiles.LooseFolder(folder.Path) ?? PrivateFiles.Loose(folder.KeyFile)) is { } loose)
            return loose;
        return File.Exists(folder.TokenFile) ? OpenToken(folder.TokenFile) : ReadPem(folder.KeyFile);
    }

    private static Answer<ECDsa> OpenToken(string file)
    {
        if (PrivateFiles.Read(file, LargestReference) is not { } bytes || !StrictJson.TryRead<TokenReference>(bytes, out var reference, out _))
            return LinksRule.KeyUnreadable.Broken(null, ("file", file), ("reason", "it refers to no token"));
        var opened = TokenKey.Open(reference);
        return opened.Succeeded ? opened.Value : opened.Problem;
    }

    /// <summary>A private key in PEM.</summary>
    public static Answer<ECDsa> ReadPem(string file)
    {
        if (PrivateFiles.Loose(file) is { } loose)
            return loose;
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return key;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or FileNotFoundException or DirectoryNotFoundException)
        {
            key.Dispose();
            return LinksRule.KeyUnreadable.Broken(null, ("file", file), ("reason", e is ArgumentException ? "it holds no private key in PEM" : e.Message));
        }
    }
}
