using System.Formats.Asn1;
using Rahdari.Documents.Lds;

namespace Rahdari.Documents.Chips;

/// <summary>Chip authentication (Doc 9303-11 §6.2): only the original has the key, and so can go on speaking.</summary>
internal static class ChipAuthentication
{
    /// <summary>Agrees on a new session with the chip's key; false where the chip refuses.</summary>
    public static async ValueTask<bool> OpenAsync(ChipSession session, ChipAuthenticationKey key, CancellationToken cancellation)
    {
        var mine = AgreementKey.Of(key.Group, key.Group.Generator, key.Group.NewPrivateKey());
        var reference = key.KeyNumber is { } number ? DataObject.Write(0x84, [(byte)number]) : [];
        if (key.Cipher == ChipCipher.TripleDes)
        {
            var set = await session.SendAsync(new CommandApdu(0x00, 0x22, 0x41, 0xA6, (byte[])[.. DataObject.Write(0x91, mine.Public), .. reference]), cancellation);
            if (!set.IsSuccess)
                return false;
        }
        else
        {
            var oid = new AsnWriter(AsnEncodingRules.DER);
            oid.WriteObjectIdentifier(key.Oid, new Asn1Tag(TagClass.ContextSpecific, 0));
            var set = await session.SendAsync(new CommandApdu(0x00, 0x22, 0x41, 0xA4, (byte[])[.. oid.Encode(), .. reference]), cancellation);
            if (!set.IsSuccess)
                return false;
            var answer = await session.SendAsync(new CommandApdu(0x00, 0x86, 0x00, 0x00, DataObject.Write(0x7C, DataObject.Write(0x80, mine.Public)), 256), cancellation);
            if (!answer.IsSuccess)
                return false;
        }
        session.Channel = SecureChannel.Of(key.Cipher, key.Group.Secret(key.Group.Multiply(key.Public, mine.Private)));
        return true;
    }
}
