using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;
using Rahdari.Documents.Findings;

namespace Rahdari.Links.Pki;

/// <summary>An authority's key that never leaves its PKCS #11 token: the token signs. One thread at a time.</summary>
internal sealed class TokenKey : ECDsa
{
    private const string Label = "Rahdari authority";
    private const int LongestPin = 256;
    private static readonly Pkcs11InteropFactories Factories = new();

    // RFC 5480 §2.1.1.1: secp384r1 by its name.
    private static readonly byte[] CurveP384 = [0x06, 0x05, 0x2B, 0x81, 0x04, 0x00, 0x22];

    // The package asks for libdl, which Debian has only as libdl.so.2 where no compiler is installed.
    static TokenKey() => NativeLibrary.SetDllImportResolver(
        typeof(Pkcs11InteropFactories).Assembly, (name, _, _) => name == "libdl" && NativeLibrary.TryLoad("libdl.so.2", out var found) ? found : 0);

    private readonly IPkcs11Library library;
    private readonly ISession session;
    private readonly IObjectHandle key;
    private readonly ECDsa publicKey;

    private TokenKey(IPkcs11Library library, ISession session, IObjectHandle key, ECDsa publicKey)
    {
        (this.library, this.session, this.key, this.publicKey) = (library, session, key, publicKey);
        KeySizeValue = publicKey.KeySize;
    }

    /// <summary>Makes a key in the token that cannot be taken out of it; the reference says afterwards which.</summary>
    public static Answer<TokenKey> Make(TokenReference token, out TokenReference made)
    {
        var id = RandomNumberGenerator.GetBytes(16);
        made = token with { KeyId = Convert.ToHexStringLower(id) };
        return Use(token, (library, session) =>
        {
            var shared = new[] { Attribute(CKA.CKA_TOKEN, true), Attribute(CKA.CKA_ID, id), Attribute(CKA.CKA_LABEL, Encoding.ASCII.GetBytes(Label)) };
            session.GenerateKeyPair(
                Factories.MechanismFactory.Create(CKM.CKM_EC_KEY_PAIR_GEN),
                [.. shared, Attribute(CKA.CKA_VERIFY, true), Attribute(CKA.CKA_EC_PARAMS, CurveP384)],
                [.. shared, Attribute(CKA.CKA_PRIVATE, true), Attribute(CKA.CKA_SENSITIVE, true), Attribute(CKA.CKA_EXTRACTABLE, false), Attribute(CKA.CKA_SIGN, true)],
                out var publicHandle,
                out var privateHandle);
            return new TokenKey(library, session, privateHandle, PublicOf(session, publicHandle));
        });
    }

    /// <summary>Opens the key of a reference.</summary>
    public static Answer<TokenKey> Open(TokenReference token)
    {
        if (token.KeyId is not { Length: > 0 } text || text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit))
            return Failed("the reference names no key");
        var id = Convert.FromHexString(text);
        return Use(token, (library, session) =>
        {
            var privates = session.FindAllObjects([Attribute(CKA.CKA_CLASS, (ulong)CKO.CKO_PRIVATE_KEY), Attribute(CKA.CKA_ID, id)]);
            var publics = session.FindAllObjects([Attribute(CKA.CKA_CLASS, (ulong)CKO.CKO_PUBLIC_KEY), Attribute(CKA.CKA_ID, id)]);
            return privates.Count == 1 && publics.Count == 1 ? new TokenKey(library, session, privates[0], PublicOf(session, publics[0])) : null;
        });
    }

    public override byte[] SignHash(byte[] hash) => session.Sign(Factories.MechanismFactory.Create(CKM.CKM_ECDSA), key, hash);

    public override bool VerifyHash(byte[] hash, byte[] signature) => publicKey.VerifyHash(hash, signature);

    public override ECParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw new CryptographicException("The key does not leave its token.") : publicKey.ExportParameters(includePrivateParameters: false);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            publicKey.Dispose();
            session.Dispose();
            library.Dispose();
        }
        base.Dispose(disposing);
    }

    private static Answer<TokenKey> Use(TokenReference token, Func<IPkcs11Library, ISession, TokenKey?> work)
    {
        if (PrivateFiles.Loose(token.PinFile) is { } loose)
            return loose;
        if (PrivateFiles.Read(token.PinFile, LongestPin) is not { } pin)
            return LinksRule.KeyUnreadable.Broken(null, ("file", token.PinFile), ("reason", "it holds no PIN"));
        IPkcs11Library? library = null;
        ISession? session = null;
        TokenKey? key = null;
        try
        {
            library = Factories.Pkcs11LibraryFactory.LoadPkcs11Library(Factories, token.Module, AppType.MultiThreaded);
            if (library.GetSlotList(SlotsType.WithTokenPresent).FirstOrDefault(slot => slot.GetTokenInfo().Label.TrimEnd() == token.Token) is not { } found)
                return Failed($"no token is labelled {token.Token}");
            session = found.OpenSession(SessionType.ReadWrite);
            session.Login(CKU.CKU_USER, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(pin).Trim()));
            key = work(library, session);
            return key is null ? Failed("the key is not in it") : key;
        }
        catch (Exception e) when (e is Pkcs11Exception or UnmanagedException or LibraryArchitectureException or CryptographicException)
        {
            return Failed(e is Pkcs11Exception refused ? $"{refused.Method}: {refused.RV}" : e.Message);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pin);
            if (key is null)
            {
                session?.Dispose();
                library?.Dispose();
            }
        }
    }

    /// <summary>The point as the token tells it: an octet string in DER (PKCS #11 v2.40, mechanisms §2.3.3).</summary>
    private static ECDsa PublicOf(ISession session, IObjectHandle handle)
    {
        var told = session.GetAttributeValue(handle, [CKA.CKA_EC_POINT])[0].GetValueAsByteArray();
        byte[] point;
        try
        {
            point = System.Formats.Asn1.AsnDecoder.ReadOctetString(told, System.Formats.Asn1.AsnEncodingRules.DER, out _);
        }
        catch (System.Formats.Asn1.AsnContentException e)
        {
            throw new CryptographicException("The token tells its public key in no known form.", e);
        }
        if (point is not [0x04, ..] || point.Length != 97)
            throw new CryptographicException("The token's key is not on the curve P-384.");
        return Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP384, Q = new ECPoint { X = point[1..49], Y = point[49..] } });
    }

    private static IObjectAttribute Attribute(CKA kind, bool value) => Factories.ObjectAttributeFactory.Create(kind, value);

    private static IObjectAttribute Attribute(CKA kind, ulong value) => Factories.ObjectAttributeFactory.Create(kind, value);

    private static IObjectAttribute Attribute(CKA kind, byte[] value) => Factories.ObjectAttributeFactory.Create(kind, value);

    private static Finding Failed(string reason) => LinksRule.TokenFailed.Broken(null, ("reason", reason));
}
