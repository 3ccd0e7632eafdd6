using System.Globalization;
using Rahdari.Dates;

namespace Rahdari.Casework.Htcds;

/// <summary>
/// The values of one group, by the names of the field standards. What is not told is absent: no value is empty. Immutable and thread-safe; equal where every value is.
/// </summary>
public sealed class HtcdsRecord : IEquatable<HtcdsRecord>
{
    /// <summary>Characters that the name of a field may have that the standard does not know.</summary>
    public const int LongestName = 200;

    private readonly SortedDictionary<string, string> values;
    private readonly SortedDictionary<string, string> extra;

    internal HtcdsRecord(HtcdsGroup group, SortedDictionary<string, string> values, SortedDictionary<string, string> extra) => (Group, this.values, this.extra) = (group, values, extra);

    /// <summary>A record without values.</summary>
    public HtcdsRecord(HtcdsGroup group)
        : this(group, new(StringComparer.Ordinal), new(StringComparer.Ordinal))
    {
    }

    /// <summary>Whose fields these are.</summary>
    public HtcdsGroup Group { get; }

    /// <summary>The values of the standard's fields, each in its one form: options with a blank between, <c>true</c>, ISO dates.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>What the file had besides: fields that the standard does not name, kept as text and written again.</summary>
    public IReadOnlyDictionary<string, string> Extra => extra;

    /// <summary>The same with a value; an empty text takes it away.</summary>
    /// <param name="name">The field, as the field standards or the form name it.</param>
    /// <param name="text">The value as files write it.</param>
    /// <exception cref="ArgumentException">The group has no such field, or the text is no value of it.</exception>
    public HtcdsRecord With(string name, string text)
    {
        var field = Field(name);
        var changed = new SortedDictionary<string, string>(values, StringComparer.Ordinal);
        if (text.Length == 0)
            changed.Remove(field.Name);
        else if (field.Read(text, out var value) is { } broken)
            throw new ArgumentException($"{field.Name}: {broken.Code}", nameof(text));
        else
            changed[field.Name] = value!;
        return new HtcdsRecord(Group, changed, extra);
    }

    /// <summary>The same with a date.</summary>
    /// <exception cref="ArgumentException">The group has no such field, or it holds no date.</exception>
    public HtcdsRecord With(string name, PartialDate date) => With(name, date.ToString());

    /// <summary>The same with true or false.</summary>
    /// <exception cref="ArgumentException">The group has no such field, or it holds something else.</exception>
    public HtcdsRecord With(string name, bool flag) => With(name, flag ? "true" : "false");

    /// <summary>The same with a number.</summary>
    /// <exception cref="ArgumentException">The group has no such field, or it holds no such number.</exception>
    public HtcdsRecord With(string name, decimal number) => With(name, HtcdsField.Written(number));

    /// <summary>The same with options, their order kept.</summary>
    /// <exception cref="ArgumentException">The group has no such field, or its list no such options.</exception>
    public HtcdsRecord With(string name, IEnumerable<string> options) => With(name, string.Join(' ', options));

    /// <summary>The same with a value of a field that the standard does not name.</summary>
    /// <exception cref="ArgumentException">The name is empty, too long, reserved or the standard's; or the text is empty, too long or ill-formed.</exception>
    public HtcdsRecord WithExtra(string name, string text)
    {
        if (HtcdsColumn.Of(Group, name) is not { IsExtra: true } || text.Length is 0 or > HtcdsField.LongestText || !HtcdsField.IsWellFormed(text))
            throw new ArgumentException(name, nameof(name));
        return new HtcdsRecord(Group, values, new SortedDictionary<string, string>(extra, StringComparer.Ordinal) { [name] = text });
    }

    /// <summary>The value as files write it; null where it is not told.</summary>
    /// <exception cref="ArgumentException">The group has no such field.</exception>
    public string? Text(string name) => values.GetValueOrDefault(Field(name).Name);

    /// <summary>The date; null where it is not told.</summary>
    /// <exception cref="ArgumentException">The group has no such field, or it holds no date.</exception>
    public PartialDate? Date(string name) => Told(name, HtcdsType.Date) is { } text ? PartialDate.Parse(text) : null;

    /// <summary>True or false; null where it is not told.</summary>
    /// <exception cref="ArgumentException">The group has no such field, or it holds something else.</exception>
    public bool? Flag(string name) => Told(name, HtcdsType.Flag) is { } text ? text == "true" : null;

    /// <summary>The number; null where it is not told.</summary>
    /// <exception cref="ArgumentException">The group has no such field, or it holds no number.</exception>
    public decimal? Number(string name) => Told(name, HtcdsType.Number, HtcdsType.Whole) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The instant; null where it is not told.</summary>
    /// <exception cref="ArgumentException">The group has no such field, or it holds no instant.</exception>
    public DateTimeOffset? Instant(string name) => Told(name, HtcdsType.Instant) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The options in their order; empty where none is told.</summary>
    /// <exception cref="ArgumentException">The group has no such field, or it holds no options.</exception>
    public IReadOnlyList<string> Options(string name) => Told(name, HtcdsType.One, HtcdsType.Many, HtcdsType.OpenMany)?.Split(' ') ?? [];

    /// <inheritdoc/>
    public bool Equals(HtcdsRecord? other) => other is not null && Group == other.Group && values.SequenceEqual(other.values) && extra.SequenceEqual(other.extra);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HtcdsRecord);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Group);
        foreach (var value in values.Concat(extra))
            hash.Add(value);
        return hash.ToHashCode();
    }

    private HtcdsField Field(string name) => HtcdsStandard.Find(Group, name) ?? throw new ArgumentException($"{Group} has no field {name}.", nameof(name));

    private string? Told(string name, params ReadOnlySpan<HtcdsType> types) =>
        types.Contains(Field(name).Type) ? Text(name) : throw new ArgumentException($"{name} holds {Field(name).Type}.", nameof(name));
}
