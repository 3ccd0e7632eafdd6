using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;
using Rahdari.Documents.Lds;

namespace Rahdari.Documents.Chips.Simulated;

/// <summary>
/// The chip of an electronic travel document in software (Doc 9303-10 §3, 9303-11): answers commands as one on a reader would, keeps
/// its files shut until it is opened, and speaks under secure messaging then. For tests, demonstrations and training. Not thread-safe.
/// </summary>
public sealed class SimulatedChip : IChipTransport
{
    private static readonly byte[] Application = [0xA0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01];

    private readonly IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> files;
    private readonly ChipPassword zone;
    private readonly ChipPassword? card;
    private readonly ChipKeys keys;
    private readonly int answerLength;
    private SecureChannel? channel;
    private SecureChannel? nextChannel;
    private SimulatedPace? pace;
    private byte[]? challenge;
    private ElementaryFile? current;
    private bool inApplication;
    private bool isOpen;

    /// <summary>A chip that is given its files and keys.</summary>
    /// <param name="files">The files; EF.CardAccess comes from the keys.</param>
    /// <param name="zone">The zone of the document, which opens it.</param>
    /// <param name="keys">How it is opened and proves itself.</param>
    /// <param name="card">The card access number, which opens it too.</param>
    /// <param name="answerLength">The longest answer with its status, in octets, up to 65,535: EF.ATR/INFO says so; null for a chip that knows short answers alone.</param>
    public SimulatedChip(IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> files, ChipPassword zone, ChipKeys keys, ChipPassword? card = null, int? answerLength = null)
    {
        var all = files.ToDictionary();
        if (!keys.CardAccess.IsEmpty)
            all[ElementaryFile.CardAccess] = keys.CardAccess;
        if (answerLength is { } length)
            all[ElementaryFile.Information] = Information(length);
        (this.files, this.zone, this.keys, this.card, this.answerLength) = (all, zone, keys, card, answerLength ?? AnswerLength.Short);
    }

    /// <summary>The number of the command, from one on, at which the document is taken away; null where it stays.</summary>
    public int? RemovedAt { get; set; }

    /// <summary>False for a chip of the first years, which gives its files to anybody.</summary>
    public bool HasAccessControl { get; init; } = true;

    /// <summary>Commands answered so far.</summary>
    public int Commands { get; private set; }

    /// <summary>Power off and on: what was agreed is forgotten.</summary>
    public void Reset() => (channel, nextChannel, pace, challenge, current, inApplication, isOpen) = (null, null, null, null, null, false, false);

    /// <inheritdoc/>
    public ValueTask<byte[]> TransmitAsync(ReadOnlyMemory<byte> command, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Answer(command));
    }

    /// <summary>Answers a command.</summary>
    /// <exception cref="ChipRemovedException">The document was taken away.</exception>
    public byte[] Answer(ReadOnlyMemory<byte> encoded)
    {
        if (++Commands >= RemovedAt)
            throw new ChipRemovedException();
        if (!CommandApdu.TryDecode(encoded, out var decoded))
            return Status(ResponseApdu.WrongLength).Encode();
        var command = decoded.Value;
        var isSecured = (command.Class & 0x0C) == 0x0C;
        if (channel is not { } session)
            return (isSecured ? Status(ResponseApdu.MessagingObjectsIncorrect) : Execute(command)).Encode();
        // A command in the clear, or one that its sender did not protect, ends the session (§9.8.5).
        if (!isSecured || session.Open(command) is not { } opened)
        {
            Reset();
            return Status(isSecured ? ResponseApdu.MessagingObjectsIncorrect : ResponseApdu.MessagingObjectsMissing).Encode();
        }
        var answer = session.Protect(Execute(opened), SecureChannel.IsOdd(opened)).Encode();
        (channel, nextChannel) = (nextChannel ?? channel, null);
        if (answer.Length <= answerLength || opened.Instruction is not (0xB0 or 0xB1))
            return answer;
        Reset(); // More was asked for than it said that it gives.
        return Status(ResponseApdu.WrongLength).Encode();
    }

    /// <summary>EF.ATR/INFO of a chip that knows extended lengths: its services, its capabilities, the longest command and answer.</summary>
    private static byte[] Information(int length)
    {
        byte[] longest = [(byte)(length >> 8), (byte)length];
        return
        [
            .. DataObject.Write(0x43, [0xF8]),
            .. DataObject.Write(0x47, [0xF7, 0x41, 0xE0]),
            .. DataObject.Write(0x7F66, DataObject.Write(0x02, longest), DataObject.Write(0x02, longest)),
        ];
    }

    private ResponseApdu Execute(CommandApdu command) => (command.Instruction, command.P1, command.P2) switch
    {
        (0xA4, 0x04, _) => SelectApplication(command),
        (0xA4, _, _) => SelectFile(command),
        (0xB0, _, _) => ReadBinary(command),
        (0xB1, _, _) => ReadFarBinary(command),
        (0x84, _, _) => Challenge(command),
        (0x82, _, _) => MutualAuthenticate(command),
        (0x22, 0xC1, 0xA4) => SetPace(command),
        (0x22, 0x41, 0xA4) => SetChipAuthentication(command),
        (0x22, 0x41, 0xA6) => AgreeByKeyAgreementTemplate(command),
        (0x86, _, _) => GeneralAuthenticate(command),
        (0x88, _, _) => InternalAuthenticate(command),
        _ => Status(ResponseApdu.InstructionUnknown),
    };

    private ResponseApdu SelectApplication(CommandApdu command)
    {
        if (!command.Data.Span.SequenceEqual(Application))
            return Status(ResponseApdu.FileNotFound);
        (inApplication, current) = (true, null);
        return Status(ResponseApdu.Success);
    }

    private ResponseApdu SelectFile(CommandApdu command)
    {
        if (command.Data.Length != 2)
            return Status(ResponseApdu.WrongParameters);
        var id = (command.Data.Span[0] << 8) | command.Data.Span[1];
        return Select(files.Keys.FirstOrDefault(file => file.FileId == id && file.IsInMasterFile != inApplication));
    }

    private ResponseApdu Select(ElementaryFile? file)
    {
        if (file is null)
            return Status(ResponseApdu.FileNotFound);
        if (file != ElementaryFile.CardAccess && file != ElementaryFile.Information && !isOpen && HasAccessControl)
            return Status(ResponseApdu.SecurityNotSatisfied);
        current = file;
        return Status(ResponseApdu.Success);
    }

    private ResponseApdu ReadBinary(CommandApdu command)
    {
        var offset = (command.P1 << 8) | command.P2;
        if (command.P1 >= 0x80)
        {
            var shortId = command.P1 & 0x1F;
            if (Select(files.Keys.FirstOrDefault(file => file.ShortId == shortId && file.IsInMasterFile != inApplication)) is { IsSuccess: false } refused)
                return refused;
            offset = command.P2;
        }
        return Part(offset, command.Expected ?? 0);
    }

    private ResponseApdu ReadFarBinary(CommandApdu command)
    {
        if (!DataObject.TryReadFirst(command.Data, out var place, out _) || place.Tag != 0x54 || place.Value.Length is 0 or > 3)
            return Status(ResponseApdu.WrongData);
        var offset = 0;
        foreach (var octet in place.Value.Span)
            offset = (offset << 8) | octet;
        var part = Part(offset, Math.Max(0, (command.Expected ?? 0) - 4));
        return part.Data.IsEmpty ? part : part with { Data = DataObject.Write(0x53, part.Data.ToArray()) };
    }

    private ResponseApdu Part(int offset, int length)
    {
        if (current is not { } file)
            return Status(0x6986);
        var bytes = files[file];
        if (offset >= bytes.Length)
            return Status(ResponseApdu.OffsetOutside);
        var part = bytes.Slice(offset, Math.Min(length, bytes.Length - offset));
        return new ResponseApdu(part, part.Length < length ? ResponseApdu.EndOfFile : ResponseApdu.Success);
    }

    private ResponseApdu Challenge(CommandApdu command)
    {
        if (!inApplication || command.Expected != 8)
            return Status(ResponseApdu.ConditionsNotSatisfied);
        challenge = RandomNumberGenerator.GetBytes(8);
        return new ResponseApdu(challenge, ResponseApdu.Success);
    }

    private ResponseApdu MutualAuthenticate(CommandApdu command)
    {
        if (challenge is not { } mine)
            return Status(ResponseApdu.ConditionsNotSatisfied);
        challenge = null;
        var documentKeys = BasicAccess.Keys(zone);
        if (BasicAccess.Unseal(documentKeys, command.Data.Span) is not { } message || !message.AsSpan(8, 8).SequenceEqual(mine))
            return Status(ResponseApdu.AuthenticationFailed);
        var share = RandomNumberGenerator.GetBytes(16);
        var answer = BasicAccess.Seal(documentKeys, [.. mine, .. message[..8], .. share]);
        channel = BasicAccess.Channel(message[16..], share, mine, message[..8]);
        isOpen = true;
        return new ResponseApdu(answer, ResponseApdu.Success);
    }

    private ResponseApdu SetPace(CommandApdu command)
    {
        if (keys.Pace is not { } variant || !DataObject.TryRead(command.Data, out var objects))
            return Status(ResponseApdu.WrongData);
        var password = FileReading.Find(objects, 0x83) is { Length: 1 } reference ? reference.Span[0] switch { 1 => zone, 2 => card, _ => null } : null;
        if (password is null)
            return Status(ResponseApdu.ReferencedDataNotFound);
        pace = new SimulatedPace(variant, keys, password);
        return Status(ResponseApdu.Success);
    }

    private ResponseApdu GeneralAuthenticate(CommandApdu command)
    {
        if (!DataObject.TryReadFirst(command.Data, out var outer, out _) || outer.Tag != 0x7C || !DataObject.TryRead(outer.Value, out var objects))
            return Status(ResponseApdu.WrongData);
        if (pace is { } opening)
        {
            var (answer, status) = opening.Step(objects);
            if (status != ResponseApdu.Success || opening.Agreed is not null)
                pace = null;
            if (opening.Agreed is { } agreed)
                (channel, isOpen) = (agreed, true);
            return new ResponseApdu(answer is null ? default : DataObject.Write(0x7C, answer), status);
        }
        if (keys.ChipKey is null || FileReading.Find(objects, 0x80) is not { } terminalKey)
            return Status(ResponseApdu.ConditionsNotSatisfied);
        var agreement = Agree(terminalKey);
        return agreement.IsSuccess ? agreement with { Data = DataObject.Write(0x7C) } : agreement;
    }

    private ResponseApdu SetChipAuthentication(CommandApdu command) =>
        keys.ChipCipher is not null && isOpen && command.Data.Length > 0 ? Status(ResponseApdu.Success) : Status(ResponseApdu.ConditionsNotSatisfied);

    private ResponseApdu AgreeByKeyAgreementTemplate(CommandApdu command) =>
        DataObject.TryRead(command.Data, out var objects) && FileReading.Find(objects, 0x91) is { } terminalKey ? Agree(terminalKey) : Status(ResponseApdu.WrongData);

    /// <summary>Chip authentication: the next session is made with the chip's own key; this answer still goes out under the last.</summary>
    private ResponseApdu Agree(ReadOnlyMemory<byte> terminalKey)
    {
        if (keys.ChipKey is not { } key || keys.ChipCipher is not { } cipher || !isOpen)
            return Status(ResponseApdu.ConditionsNotSatisfied);
        if (!keys.Group.Contains(terminalKey.Span))
            return Status(ResponseApdu.WrongData);
        nextChannel = SecureChannel.Of(cipher, keys.Group.Secret(keys.Group.Multiply(terminalKey.ToArray(), key.Private)));
        return Status(ResponseApdu.Success);
    }

    private ResponseApdu InternalAuthenticate(CommandApdu command)
    {
        if (!isOpen || command.Data.Length != 8)
            return Status(ResponseApdu.ConditionsNotSatisfied);
        if (keys.Ecdsa is { } ecdsa)
            return new ResponseApdu(ecdsa.SignData(command.Data.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation), ResponseApdu.Success);
        if (keys.Rsa is not { } rsa)
            return Status(ResponseApdu.ConditionsNotSatisfied);
        var signer = new Iso9796d2Signer(new RsaEngine(), new Sha256Digest(), isImplicit: false);
        signer.Init(forSigning: true, DotNetUtilities.GetRsaKeyPair(rsa).Private);
        // As much of the message as the signature holds is made up by the chip; the challenge follows it.
        signer.BlockUpdate(RandomNumberGenerator.GetBytes((rsa.KeySize / 8) - 32 - 3));
        signer.BlockUpdate(command.Data.Span);
        return new ResponseApdu(signer.GenerateSignature(), ResponseApdu.Success);
    }

    private static ResponseApdu Status(ushort status) => new(default, status);
}
