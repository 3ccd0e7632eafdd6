using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Lds;

/// <summary>What stands on the chip of an electronic travel document (Doc 9303-10), file by file. Read, not believed: see passive authentication. Immutable.</summary>
public sealed record LogicalDataStructure
{
    /// <summary>The files as read.</summary>
    public required IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> Files { get; init; }

    /// <summary>EF.COM.</summary>
    public CommonData? Common { get; init; }

    /// <summary>EF.DG1: the machine readable zone.</summary>
    public MrzReading? Zone { get; init; }

    /// <summary>EF.DG2: the first face.</summary>
    public StoredImage? Face { get; init; }

    /// <summary>EF.DG5: the portrait as displayed.</summary>
    public StoredImage? Portrait { get; init; }

    /// <summary>EF.DG7: the signature or usual mark.</summary>
    public StoredImage? Signature { get; init; }

    /// <summary>EF.DG11.</summary>
    public HolderDetails? Holder { get; init; }

    /// <summary>EF.DG12.</summary>
    public IssueDetails? Issue { get; init; }

    /// <summary>EF.DG14: the SecurityInfos as encoded.</summary>
    public ReadOnlyMemory<byte> SecurityInfos { get; init; }

    /// <summary>EF.DG15: the SubjectPublicKeyInfo of active authentication as encoded.</summary>
    public ReadOnlyMemory<byte> ActiveAuthenticationKey { get; init; }

    /// <summary>EF.DG16.</summary>
    public IReadOnlyList<PersonToNotify> PersonsToNotify { get; init; } = [];

    /// <summary>What is wrong with the files in themselves.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
