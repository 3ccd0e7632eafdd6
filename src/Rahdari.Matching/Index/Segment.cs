using Rahdari.Dates;

namespace Rahdari.Matching.Index;

/// <summary>
/// Listed persons, packed into flat arrays that can be kept in a file as they are and used from it. Persons are numbered by date of birth: first
/// those without any, then those of whom several or approximate ones are told, then those of whom one partial date is known, by year, then those with
/// one full date, day by day. Names and postings follow that order, so that whoever was born on a day, in a year, or nobody knows
/// when, is a run of each. Immutable; thread-safe.
/// </summary>
internal sealed record Segment
{
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>Of each token, where its names begin in <see cref="Postings"/>; one more at the end.</summary>
    public required ReadOnlyMemory<int> PostingStarts { get; init; }

    /// <summary>The names that have a token, ascending.</summary>
    public required ReadOnlyMemory<int> Postings { get; init; }

    /// <summary>Of each name, where its tokens begin in <see cref="NameTokens"/>; one more at the end.</summary>
    public required ReadOnlyMemory<int> NameStarts { get; init; }

    /// <summary>The ids of the tokens of the names, in the order in which they are written.</summary>
    public required ReadOnlyMemory<int> NameTokens { get; init; }

    /// <summary>Of each name, its <see cref="ListedNameKind"/> and, by 16, which of the person's names it is.</summary>
    public required ReadOnlyMemory<int> NameKinds { get; init; }

    /// <summary>Of each name, whose it is.</summary>
    public required ReadOnlyMemory<int> NamePersons { get; init; }

    /// <summary>Of each person, the first name; one more at the end.</summary>
    public required ReadOnlyMemory<int> PersonNames { get; init; }

    /// <summary>Of each person, the one date of birth, full or partial, as <see cref="BirthKey"/>; or 0.</summary>
    public required ReadOnlyMemory<int> Births { get; init; }

    /// <summary>Where each <see cref="BirthClass"/> begins among the persons; one more at the end.</summary>
    public required ReadOnlyMemory<int> ClassStarts { get; init; }

    /// <summary>Of each person of <see cref="BirthClass.Various"/>, where the dates begin in <see cref="Spans"/>; one more at the end.</summary>
    public required ReadOnlyMemory<int> SpanStarts { get; init; }

    /// <summary>Dates that are approximate, or one of several.</summary>
    public required ReadOnlyMemory<DateSpan> Spans { get; init; }

    /// <summary>Of each person, where the nationalities begin in <see cref="Nations"/>; one more at the end.</summary>
    public required ReadOnlyMemory<int> NationStarts { get; init; }

    /// <summary>Nationalities as <see cref="NationCode"/>.</summary>
    public required ReadOnlyMemory<ushort> Nations { get; init; }

    /// <summary>Of each person, the sex as a letter, or 0.</summary>
    public required ReadOnlyMemory<byte> Sexes { get; init; }

    /// <summary>Of each person, where all that the list says begins in <see cref="Records"/>.</summary>
    public required ReadOnlyMemory<int> RecordStarts { get; init; }

    /// <summary>All that the list says, as <see cref="PersonRecord"/> writes it.</summary>
    public required ReadOnlyMemory<byte> Records { get; init; }

    /// <summary>Persons by each full date, or year and month, that is not the one full date of a person.</summary>
    public required SortedKeys OtherBirths { get; init; }

    /// <summary>Persons by document number.</summary>
    public required SortedKeys Numbers { get; init; }

    /// <summary>Persons by their keys.</summary>
    public required SortedKeys Keys { get; init; }

    public CommonSets CommonSets { get; } = new();

    public int Persons => Births.Length;

    public SegmentView View() => new(this);

    /// <summary>A person with everything that the list says.</summary>
    /// <exception cref="InvalidDataException">The segment is of a file, and the record in it damaged.</exception>
    public ListedPerson Person(int person)
    {
        var read = PersonRecord.Read(Records.Span[RecordStarts.Span[person]..]);
        GC.KeepAlive(this); // A file stays mapped as long.
        return read;
    }

    /// <summary>The persons of a class.</summary>
    public (int From, int Until) Class(BirthClass birth) => (ClassStarts.Span[(int)birth], ClassStarts.Span[(int)birth + 1]);

    /// <summary>The first person of a class, partial or full, whose date is a key or comes after it.</summary>
    public int FirstBorn(BirthClass birth, int birthKey)
    {
        var births = Births.Span;
        var (from, until) = Class(birth);
        while (from < until)
        {
            var middle = (from + until) / 2;
            (from, until) = births[middle] < birthKey ? (middle + 1, until) : (from, middle);
        }
        return from;
    }

    /// <summary>A date as a number that sorts like it; 0 for a month or a day that is not known.</summary>
    public static int BirthKey(int year, int month, int day) => (year << 9) | (month << 5) | day;

    /// <summary>The date of a <see cref="BirthKey"/>.</summary>
    public static PartialDate Birth(int key) => PartialDate.Of(key >> 9, Known((key >> 5) & 0xF), Known(key & 0x1F));

    /// <summary>True where a number is the <see cref="BirthKey"/> of a date with a year.</summary>
    public static bool IsBirth(int key) => PartialDate.TryCreate(key >> 9, Known((key >> 5) & 0xF), Known(key & 0x1F), out _);

    /// <summary>Three letters in 15 bits; others share numbers, which is why a match is looked at again.</summary>
    public static ushort NationCode(string code)
    {
        var number = 0;
        foreach (var letter in code)
            number = (number * 32) + (letter & 31);
        return (ushort)(number & 0x7FFF);
    }

    private static int? Known(int part) => part == 0 ? null : part;
}
