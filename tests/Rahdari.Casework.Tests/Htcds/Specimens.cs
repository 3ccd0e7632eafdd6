using CsCheck;
using Rahdari.Casework.Htcds;

namespace Rahdari.Casework.Tests.Htcds;

/// <summary>Cases that nobody lived: every field, every list, any script, partial dates, repeats, fields that nobody names.</summary>
internal static class Specimens
{
    private static readonly string[] Pieces =
    [
        "SPECIMEN", "نمونہ", "Ünïcode", "样本", "😀", "\n", "\r\n", "\r", "\"", "\"\"", ",", ";", "\t", " ", "=1+1", "{", "}", "[", "\\", "'", "<b>", "0", "\u00A0", "\u2028", "/", "#",
    ];

    private static readonly Gen<string> Text = Any(Pieces).Array[1, 6].Select(pieces => string.Concat(pieces));

    private static readonly Gen<string> Date = Gen.OneOf(
        Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 12], Gen.Int[1, 28], (y, m, d) => $"{y:D4}-{m:D2}-{d:D2}"),
        Gen.Select(Gen.Int[1900, 2030], Gen.Int[1, 12], (y, m) => $"{y:D4}-{m:D2}"),
        Gen.Int[1900, 2030].Select(y => $"{y:D4}"),
        Any("XXXX", "1971-XX-14", "XXXX-08-14"));

    private static readonly Gen<string> Instant = Gen.Select(
        Gen.Long[0, 3_000_000_000], Gen.Int[-28, 28], Any(0, 1, 1_230_000, 9_999_999),
        (second, quarters, ticks) => HtcdsField.Written(new DateTimeOffset(new DateTime(2000, 1, 2, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(second).AddTicks(ticks), TimeSpan.FromMinutes(15 * quarters))));

    public static Gen<HtcdsCase> Case { get; } = Gen.Select(
        Record(HtcdsGroup.Case),
        Gen.OneOf([.. HtcdsCase.Repeated.Select(Record)]).Array[0, 5],
        (main, others) => new HtcdsCase(main, others));

    /// <summary>Two values of five are told.</summary>
    private static Gen<HtcdsRecord> Record(HtcdsGroup group)
    {
        var values = HtcdsStandard.FieldsOf(group).Aggregate(
            Gen.Const(new HtcdsRecord(group)),
            (record, field) => Gen.Select(record, Gen.Int[1, 5], Value(field), (before, one, value) => one <= 2 ? before.With(field.Name, value) : before));
        var extra = Gen.Select(Any("_uuid", "note", "اضافی", "a,b", "q\"q", " spaced "), Text).Array[0, 2];
        return Gen.Select(values, extra, (record, besides) => besides.Aggregate(record, (before, one) => before.WithExtra(one.Item1, one.Item2)));
    }

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<string> Options(string[] codes) => Gen.Select(Gen.Shuffle(codes), Gen.Int[1, Math.Min(4, codes.Length)], (shuffled, count) => string.Join(' ', shuffled.Take(count)));

    private static Gen<string> Value(HtcdsField field) => field.Type switch
    {
        HtcdsType.Phone => Gen.OneOf(Gen.Const("+923001234567"), Text),
        HtcdsType.Date => Date,
        HtcdsType.Instant => Instant,
        HtcdsType.Whole => Gen.Int[0, 999].Select(number => $"{number}"),
        HtcdsType.Number => Gen.Select(Gen.Int[-89, 89], Any("", ".5", ".50", ".000000000001"), (whole, part) => $"{whole}{part}"),
        HtcdsType.Flag => Any("true", "false"),
        HtcdsType.Language => Any("urd", "ps", "eng"),
        HtcdsType.One => Any([.. field.Options.Select(option => option.Code)]),
        HtcdsType.OpenOne => Gen.OneOf(Any([.. field.Options.Select(option => option.Code)]), Text),
        HtcdsType.Many => Options([.. field.Options.Select(option => option.Code)]),
        HtcdsType.OpenMany => Options([.. field.Options.Select(option => option.Code), "Imo"]),
        _ => Text,
    };
}
