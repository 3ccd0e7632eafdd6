using System.Collections.Frozen;
using System.Globalization;
using Rahdari.Casework.Htcds;

namespace Rahdari.Casework.Classification;

/// <summary>
/// The categories by which cases are counted, and which option of the case data standard falls into which. Thread-safe.
/// </summary>
/// <remarks>
/// The dimensions are those that the International Classification Standard for administrative data on Trafficking in Persons (IOM and UNODC, 2023) speaks of. Its own codes are not here: the categories come
/// from the sources that each names, the Palermo Protocol above all, and the codes are this project's.
/// </remarks>
public static class TipClassification
{
    private static readonly FrozenDictionary<(string Field, TipDimension Dimension), FrozenDictionary<string, string>> Options = HtcdsStandard.Table("Classification.options.tsv")
        .GroupBy(row => (row[0], Enum.Parse<TipDimension>(row[2])))
        .ToFrozenDictionary(table => table.Key, table => table.ToFrozenDictionary(row => row[1], row => row[3], StringComparer.Ordinal));

    /// <summary>Every category, by dimension in the order in which tables show them.</summary>
    public static IReadOnlyList<TipCategory> Categories { get; } =
        [.. HtcdsStandard.Table("Classification.categories.tsv").Select(row => new TipCategory(Enum.Parse<TipDimension>(row[0]), row[1], row[2], row[3]))];

    /// <summary>The fields of the case data standard that say something of a dimension.</summary>
    public static IReadOnlyList<string> FieldsOf(TipDimension dimension) => [.. Options.Keys.Where(key => key.Dimension == dimension).Select(key => key.Field).Order(StringComparer.Ordinal)];

    /// <summary>The category of an option; total over the options of each field that <see cref="FieldsOf"/> names.</summary>
    /// <exception cref="ArgumentException">The field says nothing of the dimension, or has no such option.</exception>
    public static string Of(string field, string option, TipDimension dimension) =>
        Options.TryGetValue((field, dimension), out var options) && options.TryGetValue(option, out var code)
            ? code
            : throw new ArgumentException($"{field} {option} says nothing of {dimension}.", nameof(option));

    /// <summary>
    /// The categories of a record, each once, in the order of <see cref="Categories"/>: of each option of each field; <see cref="TipCategory.Unknown"/> alone where nothing more is told.
    /// </summary>
    public static IReadOnlyList<string> Of(HtcdsRecord record, TipDimension dimension)
    {
        if (dimension == TipDimension.AgeGroup)
            return [AgeGroup(record.Group == HtcdsGroup.Case && record.Number("vic_AgeWhenTrafficked") is { } age ? (int)age : null)];
        var codes = FieldsOf(dimension)
            .Where(field => HtcdsStandard.Find(record.Group, field) is not null)
            .SelectMany(field => record.Options(field).Select(option => Of(field, option, dimension)))
            .Where(code => code != TipCategory.Unknown)
            .ToHashSet(StringComparer.Ordinal);
        return codes.Count == 0 ? [TipCategory.Unknown] : [.. Categories.Where(category => category.Dimension == dimension && codes.Contains(category.Code)).Select(category => category.Code)];
    }

    /// <summary>The group of an age in whole years.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static string AgeGroup(int? years)
    {
        if (years < 0)
            throw new ArgumentOutOfRangeException(nameof(years), years.Value.ToString(CultureInfo.InvariantCulture));
        return years switch
        {
            null => TipCategory.Unknown,
            < 12 => "0-11",
            < 18 => "12-17",
            < 30 => "18-29",
            _ => "30-",
        };
    }
}
