using Org.BouncyCastle.Math;

namespace Rahdari.Documents.Chips;

/// <summary>What came of PACE. Immutable.</summary>
internal sealed record PaceOutcome
{
    private PaceOutcome()
    {
    }

    /// <summary>True where a session is agreed.</summary>
    public bool IsOpen => Variant is not null;

    /// <summary>True where the variant has the chip prove itself.</summary>
    public bool ProvesChip => Variant?.Mapping == PaceMapping.ChipAuthentication;

    /// <summary>True where the chip knows another password.</summary>
    public bool IsPasswordWrong { get; private init; }

    /// <summary>The step that failed.</summary>
    public string Step { get; private init; } = "";

    /// <summary>The status that the chip gave then.</summary>
    public ushort Status { get; private init; }

    private PaceVariant? Variant { get; init; }

    private AgreementGroup? Group { get; init; }

    private byte[]? ChipMapping { get; init; }

    private BigInteger? Proof { get; init; }

    public static PaceOutcome Opened(PaceVariant variant, AgreementGroup group, byte[]? chipMapping, BigInteger? proof) =>
        new() { Variant = variant, Group = group, ChipMapping = chipMapping, Proof = proof };

    public static PaceOutcome Refused(string step, ushort status) => new() { Step = step, Status = status };

    public static PaceOutcome WrongPassword(ushort status) => new() { Step = "token", Status = status, IsPasswordWrong = true };

    /// <summary>Whether the chip has the private key of this public one (§4.4.3.5.2): what it gave makes its mapping key of it.</summary>
    public bool Proves(byte[] chipKey) =>
        Proof is { } scalar && ChipMapping is { } mapping && Group is { } group && group.Contains(chipKey) && group.Multiply(chipKey, scalar).AsSpan().SequenceEqual(mapping);
}
