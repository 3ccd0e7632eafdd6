namespace Rahdari.Documents.Mrz;

/// <summary>The places of every field of a format: the tables of Doc 9303 parts 4 to 7 as data.</summary>
internal sealed record MrzLayout(
    MrzFormat Format,
    int Lines,
    int Width,
    FieldPlace Name,
    FieldPlace DocumentNumber,
    FieldPlace Nationality,
    FieldPlace DateOfBirth,
    FieldPlace Sex,
    FieldPlace DateOfExpiry,
    IReadOnlyList<FieldPlace> OptionalData,
    FieldPlace? OptionalDataCheck,
    FieldPlace? Composite,
    IReadOnlyList<FieldPlace> CompositeOver)
{
    /// <summary>The document code; the same place in every format.</summary>
    public static readonly FieldPlace DocumentCode = new(0, 0, 2);

    /// <summary>The issuing State; the same place in every format.</summary>
    public static readonly FieldPlace IssuingState = new(0, 2, 3);

    /// <summary>Doc 9303-5 §4.2.2.</summary>
    public static readonly MrzLayout TD1 = new(
        MrzFormat.TD1, 3, 30, new(2, 0, 30), new(0, 5, 9), new(1, 15, 3), new(1, 0, 6), new(1, 7, 1), new(1, 8, 6),
        [new(0, 15, 15), new(1, 18, 11)], null, new(1, 29, 1), [new(0, 5, 25), new(1, 0, 7), new(1, 8, 7), new(1, 18, 11)]);

    /// <summary>Doc 9303-6 §4.2.2.</summary>
    public static readonly MrzLayout TD2 = new(
        MrzFormat.TD2, 2, 36, new(0, 5, 31), new(1, 0, 9), new(1, 10, 3), new(1, 13, 6), new(1, 20, 1), new(1, 21, 6),
        [new(1, 28, 7)], null, new(1, 35, 1), [new(1, 0, 10), new(1, 13, 7), new(1, 21, 14)]);

    /// <summary>Doc 9303-4 §4.2.2.</summary>
    public static readonly MrzLayout TD3 = new(
        MrzFormat.TD3, 2, 44, new(0, 5, 39), new(1, 0, 9), new(1, 10, 3), new(1, 13, 6), new(1, 20, 1), new(1, 21, 6),
        [new(1, 28, 14)], new(1, 42, 1), new(1, 43, 1), [new(1, 0, 10), new(1, 13, 7), new(1, 21, 22)]);

    /// <summary>Doc 9303-7 §4.2.2; it has no composite check digit.</summary>
    public static readonly MrzLayout MRVA = new(
        MrzFormat.MRVA, 2, 44, new(0, 5, 39), new(1, 0, 9), new(1, 10, 3), new(1, 13, 6), new(1, 20, 1), new(1, 21, 6),
        [new(1, 28, 16)], null, null, []);

    /// <summary>Doc 9303-7 §5.2.2; it has no composite check digit.</summary>
    public static readonly MrzLayout MRVB = new(
        MrzFormat.MRVB, 2, 36, new(0, 5, 31), new(1, 0, 9), new(1, 10, 3), new(1, 13, 6), new(1, 20, 1), new(1, 21, 6),
        [new(1, 28, 8)], null, null, []);

    /// <summary>Every layout.</summary>
    public static IReadOnlyList<MrzLayout> All { get; } = [TD1, TD2, TD3, MRVA, MRVB];

    /// <summary>Whether it is a visa's.</summary>
    public bool IsVisa => Format is MrzFormat.MRVA or MrzFormat.MRVB;

    /// <summary>Whether a number longer than nine characters goes on in the first optional data (Doc 9303-5 and -6, note on long numbers).</summary>
    public bool HasLongNumbers => Format is MrzFormat.TD1 or MrzFormat.TD2;

    /// <summary>The check digit's place right after a field.</summary>
    public static FieldPlace CheckOf(FieldPlace field) => new(field.Line, field.Start + field.Length, 1);

    /// <summary>The layout of a format.</summary>
    public static MrzLayout Of(MrzFormat format) => All[(int)format];

    /// <summary>The layout for a number of lines of a width and a document code, or null.</summary>
    public static MrzLayout? For(int lines, int width, char code) => (lines, width) switch
    {
        (3, 30) => TD1,
        (2, 36) => code == 'V' ? MRVB : TD2,
        (2, 44) => code == 'V' ? MRVA : TD3,
        _ => null,
    };
}
