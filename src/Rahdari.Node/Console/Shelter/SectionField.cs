namespace Rahdari.Node.Console.Shelter;

/// <summary>A field of a section of a file, as it is shown and filled in.</summary>
/// <param name="Name">Its name in the form; its label is the text <c>ShelterField-</c> with it.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Prefix">Of words: what the keys of their texts begin with.</param>
/// <param name="Words">Of words: the words.</param>
/// <param name="IsRequired">True where it must be filled in.</param>
internal sealed record SectionField(string Name, SectionFieldKind Kind, string? Prefix = null, IReadOnlyList<string>? Words = null, bool IsRequired = false)
{
    /// <summary>A field of words.</summary>
    public static SectionField Word<T>(string name, string prefix, SectionFieldKind kind = SectionFieldKind.Word)
        where T : struct, Enum => new(name, kind, prefix, Enum.GetNames<T>());
}

/// <summary>What a field takes.</summary>
internal enum SectionFieldKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    Paragraph,

    /// <summary>Several texts, each on a line of its own.</summary>
    Lines,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A code in Latin letters, or a date of which parts may be unknown.</summary>
    Code,

    /// <summary>One of several words.</summary>
    Word,

    /// <summary>Any of several words.</summary>
    Words,

    /// <summary>Yes, no, or not said.</summary>
    YesNo,

    /// <summary>What nobody sees: the key of a row.</summary>
    Key,
}

/// <summary>Several things of one kind in a section, each a row of fields.</summary>
/// <param name="Name">Its name; the title is the text <c>ShelterList-</c> with it.</param>
/// <param name="Fields">Of a row; a row whose first text, day or word is empty is none.</param>
internal sealed record SectionList(string Name, IReadOnlyList<SectionField> Fields);

/// <summary>What a section holds.</summary>
/// <param name="Fields">Its fields.</param>
/// <param name="Lists">Its lists.</param>
internal sealed record SectionLayout(IReadOnlyList<SectionField> Fields, IReadOnlyList<SectionList> Lists);
