using System.Globalization;
using System.Text;
using Rahdari.Dates;
using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Lds;

/// <summary>One file while it is read: its objects by tag, and where its findings go.</summary>
internal sealed class FileReading
{
    private readonly List<Finding> findings;
    private readonly IReadOnlyList<DataObject> objects;

    public FileReading(ElementaryFile file, ReadOnlyMemory<byte> content, List<Finding> findings)
    {
        File = file;
        this.findings = findings;
        objects = Objects(content);
    }

    public ElementaryFile File { get; }

    public ReadOnlyMemory<byte>? Optional(int tag) => Find(objects, tag);

    /// <summary>The value under the tag; a finding where there is none.</summary>
    public ReadOnlyMemory<byte>? Required(int tag)
    {
        if (Optional(tag) is { } value)
            return value;
        Missing(tag);
        return null;
    }

    public void Missing(int tag) => Add(LdsRule.FieldMissing.Found(File.Name, File.Name, LdsReader.Hexadecimal(tag)));

    public void Add(Finding finding) => findings.Add(finding);

    /// <summary>The objects within a value of this file; a finding where it holds none.</summary>
    public IReadOnlyList<DataObject> Objects(ReadOnlyMemory<byte> value)
    {
        if (DataObject.TryRead(value, out var found))
            return found;
        // How far it could be read, so that whoever made the file finds the place.
        var rest = value;
        while (DataObject.TryReadFirst(rest, out _, out var length))
            rest = rest[length..];
        Add(LdsRule.Unreadable.Found(File.Name, File.Name, (value.Length - rest.Length).ToString(CultureInfo.InvariantCulture)));
        return [];
    }

    public static ReadOnlyMemory<byte>? Find(IReadOnlyList<DataObject> objects, int tag)
    {
        foreach (var item in objects)
        {
            if (item.Tag == tag)
                return item.Value;
        }
        return null;
    }

    public string? Text(int tag) => Optional(tag) is { } value ? Text(value) : null;

    /// <summary>Text in UTF-8, its parts separated by a filler; null where it is empty.</summary>
    public static string? Text(ReadOnlyMemory<byte> value) => Encoding.UTF8.GetString(value.Span).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Parts that the standard separates by a filler, for people.</summary>
    public string? Parts(int tag) => Text(tag)?.Replace("<", ", ", StringComparison.Ordinal);

    public PartialDate? Date(int tag) => Optional(tag) is { } value ? Date(value) : null;

    /// <summary>A date as eight digits in ASCII, or in four octets of two digits each; zeros stand for what is unknown.</summary>
    public PartialDate? Date(ReadOnlyMemory<byte> value)
    {
        var digits = value.Length == 4 ? Convert.ToHexString(value.Span) : Encoding.ASCII.GetString(value.Span);
        if (digits.Length == 8 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && PartialDate.TryCreate(Known(number / 10000), Known(number / 100 % 100), Known(number % 100), out var date))
            return date;
        Add(LdsRule.DateForm.Found(File.Name, File.Name, digits.Length > 16 ? digits[..16] : digits));
        return null;

        static int? Known(int part) => part == 0 ? null : part;
    }
}
