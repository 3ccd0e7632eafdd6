using Rahdari.Documents.Chips.Simulated;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Specimens;

/// <summary>What a specimen passport is personalised with. Immutable.</summary>
/// <param name="Fields">Its zone, of Utopia.</param>
/// <param name="Face">The portrait: JPEG or JPEG 2000.</param>
public sealed record SpecimenPassport(MrzFields Fields, ReadOnlyMemory<byte> Face)
{
    /// <summary>EF.DG11; none where null.</summary>
    public HolderDetails? Holder { get; init; }

    /// <summary>EF.DG12; none where null.</summary>
    public IssueDetails? Issue { get; init; }

    /// <summary>How the chip is opened and proves itself; basic access control and no proof where null.</summary>
    public ChipKeys Keys { get; init; } = ChipKeys.Create();

    /// <summary>The data groups, by number.</summary>
    internal SortedDictionary<int, byte[]> Groups()
    {
        var groups = new SortedDictionary<int, byte[]> { [1] = LdsComposer.Zone(Fields), [2] = LdsComposer.Face(Face) };
        if (Holder is not null)
            groups[11] = LdsComposer.Holder(Holder);
        if (Issue is not null)
            groups[12] = LdsComposer.Issue(Issue);
        if (!Keys.SecurityInfos.IsEmpty)
            groups[14] = LdsComposer.Keys(14, Keys.SecurityInfos);
        if (!Keys.ActiveAuthenticationKey.IsEmpty)
            groups[15] = LdsComposer.Keys(15, Keys.ActiveAuthenticationKey);
        return groups;
    }
}
