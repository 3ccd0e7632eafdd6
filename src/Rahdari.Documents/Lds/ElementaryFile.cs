namespace Rahdari.Documents.Lds;

/// <summary>A file of an electronic travel document (Doc 9303-10 §3.11 and §4.6). Immutable.</summary>
public sealed record ElementaryFile
{
    private static readonly byte[] GroupTags = [0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F, 0x70];

    private ElementaryFile(string name, ushort fileId, byte shortId, byte tag, int? group) => (Name, FileId, ShortId, Tag, Group) = (name, fileId, shortId, tag, group);

    /// <summary>The standard's name: <c>EF.SOD</c>, <c>EF.DG1</c>.</summary>
    public string Name { get; }

    /// <summary>The file identifier.</summary>
    public ushort FileId { get; }

    /// <summary>The short file identifier: 1 to 30.</summary>
    public byte ShortId { get; }

    /// <summary>The tag that its content begins with.</summary>
    public byte Tag { get; }

    /// <summary>The number of the data group, 1 to 16; null for the others.</summary>
    public int? Group { get; }

    /// <summary>True for the files beside the application, which say how to open it.</summary>
    public bool IsInMasterFile => this == CardAccess || this == CardSecurity || this == Information;

    /// <summary>EF.CardAccess: how to open the chip with PACE.</summary>
    public static ElementaryFile CardAccess { get; } = new("EF.CardAccess", 0x011C, 0x1C, 0x31, null);

    /// <summary>EF.CardSecurity: the same and more, signed.</summary>
    public static ElementaryFile CardSecurity { get; } = new("EF.CardSecurity", 0x011D, 0x1D, 0x30, null);

    /// <summary>EF.ATR/INFO: what the chip can do.</summary>
    public static ElementaryFile Information { get; } = new("EF.ATR/INFO", 0x2F01, 0x01, 0x43, null);

    /// <summary>EF.COM: the version and the list of the data groups, unsigned.</summary>
    public static ElementaryFile Common { get; } = new("EF.COM", 0x011E, 0x1E, 0x60, null);

    /// <summary>EF.SOD: the hash of every data group, signed by the State.</summary>
    public static ElementaryFile Security { get; } = new("EF.SOD", 0x011D, 0x1D, 0x77, null);

    /// <summary>EF.DG1 to EF.DG16, in that order.</summary>
    public static IReadOnlyList<ElementaryFile> Groups { get; } =
        [.. GroupTags.Select((tag, i) => new ElementaryFile($"EF.DG{i + 1}", (ushort)(0x0101 + i), (byte)(i + 1), tag, i + 1))];

    /// <summary>A data group by its number, 1 to 16.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such group.</exception>
    public static ElementaryFile DataGroup(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Groups.Count);
        return Groups[number - 1];
    }

    /// <summary>A data group by the tag that stands for it in EF.COM; null where there is none.</summary>
    public static ElementaryFile? OfTag(int tag) => Groups.FirstOrDefault(group => group.Tag == tag);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
