namespace Rahdari.Casework.Htcds;

/// <summary>What a name in a file stands for.</summary>
/// <param name="Name">The name as the file writes it.</param>
/// <param name="Field">The field; null where it is none of the standard's.</param>
/// <param name="Option">The option of which this column alone tells whether it was chosen, as forms export lists.</param>
internal sealed record HtcdsColumn(string Name, HtcdsField? Field, string? Option)
{
    /// <summary>The number of a case in its table.</summary>
    public const string Index = "_index";

    /// <summary>The number of the case to which a row of another table belongs.</summary>
    public const string ParentIndex = "_parent_index";

    /// <summary>True where the standard does not name it, and it is kept as it is.</summary>
    public bool IsExtra => Field is null;

    /// <summary>Reads a name: <c>field</c>, <c>group/field</c>, <c>field/option</c>; null where it is reserved or can be no name.</summary>
    public static HtcdsColumn? Of(HtcdsGroup group, string name)
    {
        if (name.Length is 0 or > HtcdsRecord.LongestName || name is Index or ParentIndex || name.AsSpan().IndexOfAny("\r\n\0") >= 0 || !HtcdsField.IsWellFormed(name))
            return null;
        if (group == HtcdsGroup.Case && HtcdsCase.Repeated.Any(repeated => HtcdsCase.NameOf(repeated) == name))
            return null;
        var slash = name.LastIndexOf('/');
        var last = name[(slash + 1)..];
        if (HtcdsStandard.Find(group, last) is { } field)
            return new HtcdsColumn(name, field, null);
        if (slash > 0 && HtcdsStandard.Find(group, name[(name.LastIndexOf('/', slash - 1) + 1)..slash]) is { HoldsMany: true } many)
            return HtcdsStandard.Has(many.List!, last.Trim()) || many.Type == HtcdsType.OpenMany ? new HtcdsColumn(name, many, last.Trim()) : null;
        return new HtcdsColumn(name, null, null);
    }
}
