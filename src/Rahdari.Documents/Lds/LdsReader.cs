using System.Globalization;
using System.Text;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Lds;

/// <summary>Reads the files of an electronic travel document (Doc 9303-10 §4). Takes any bytes, throws on none; thread-safe.</summary>
public static class LdsReader
{
    /// <summary>Reads what the files hold; what is wrong with one keeps none of the others from being read.</summary>
    /// <param name="files">The files as the chip gave them.</param>
    /// <param name="today">The day of reading: it settles the century of birth in the zone.</param>
    public static LogicalDataStructure Read(IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> files, DateOnly today)
    {
        var findings = new List<Finding>();
        var data = new LogicalDataStructure { Files = files, Findings = findings };
        foreach (var (file, bytes) in files.OrderBy(f => f.Key.FileId))
        {
            // How the chip is opened is read where it is opened; EF.SOD where it is verified.
            if (file.IsInMasterFile || file == ElementaryFile.Security)
                continue;
            if (Content(file, bytes, findings) is not { } content)
                continue;
            var reading = new FileReading(file, content, findings);
            data = file.Group switch
            {
                null => data with { Common = Common(reading) },
                1 => data with { Zone = reading.Required(0x5F1F) is { } zone ? MrzReader.Read(Lines(zone.Span), today) : null },
                2 => data with { Face = FaceReader.Face(reading) },
                5 => data with { Portrait = FaceReader.Displayed(reading, 0x5F40) },
                7 => data with { Signature = FaceReader.Displayed(reading, 0x5F43) },
                11 => data with { Holder = DetailsReader.Holder(reading) },
                12 => data with { Issue = DetailsReader.Issue(reading) },
                14 => data with { SecurityInfos = content },
                15 => data with { ActiveAuthenticationKey = content },
                16 => data with { PersonsToNotify = DetailsReader.Persons(reading) },
                _ => data, // Fingers, irises and what is left to the State: kept as they are.
            };
        }
        return data;
    }

    /// <summary>What stands in the file's outermost object; null, with a finding, where there is none or another's.</summary>
    internal static ReadOnlyMemory<byte>? Content(ElementaryFile file, ReadOnlyMemory<byte> bytes, List<Finding> findings)
    {
        if (!DataObject.TryReadFirst(bytes, out var outer, out _))
        {
            findings.Add(LdsRule.Unreadable.Found(file.Name, file.Name, "0"));
            return null;
        }
        if (outer.Tag == file.Tag)
            return outer.Value;
        findings.Add(LdsRule.Tag.Found(file.Name, file.Name, Hexadecimal(file.Tag), Hexadecimal(outer.Tag)));
        return null;
    }

    internal static string Hexadecimal(int tag) => tag.ToString("X2", CultureInfo.InvariantCulture);

    private static CommonData? Common(FileReading reading)
    {
        if (reading.Required(0x5F01) is not { } version || reading.Required(0x5C) is not { } list)
            return null;
        var number = Encoding.ASCII.GetString(version.Span);
        if (number is not ("0107" or "0108"))
            reading.Add(LdsRule.Version.Found("LdsVersion", number));
        var groups = new List<int>();
        foreach (var tag in list.ToArray())
        {
            if (ElementaryFile.OfTag(tag)?.Group is { } group)
                groups.Add(group);
            else
                reading.Add(LdsRule.ListUnknown.Found("Groups", Hexadecimal(tag)));
        }
        return new CommonData(number, reading.Optional(0x5F36) is { } unicode ? Encoding.ASCII.GetString(unicode.Span) : "", groups);
    }

    /// <summary>The zone is stored without line breaks; its length tells its format.</summary>
    private static string Lines(ReadOnlySpan<byte> zone)
    {
        var text = Encoding.ASCII.GetString(zone);
        var width = text.Length switch { 90 => 30, 72 => 36, 88 => 44, _ => 0 };
        return width == 0 ? text : string.Join('\n', text.Chunk(width).Select(line => new string(line)));
    }
}
