using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>
/// Bad lists are expected: over a hundred thousand inputs made of valid ones give a list or errors with their place, never
/// both, neither, or an exception. RAHDARI_FUZZ multiplies their number. Alone, so that the memory kept is theirs.
/// </summary>
[Collection(nameof(Alone))]
public class ListFuzzTests(ITestOutputHelper output)
{
    private const int Inputs = 52_000;
    private const int OtherInputs = 4_000;
    private const int Seed = 20260301;
    private const long MostGrowth = 32L * 1024 * 1024;

    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("RAHDARI_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? Math.Max(1, times) : 1;

    /// <summary>Small, and with every part that the reader knows.</summary>
    private const string Un = """
        <?xml version="1.0" encoding="UTF-8"?>
        <CONSOLIDATED_LIST dateGenerated="2026-01-15T00:00:00.000Z"><INDIVIDUALS>
        <INDIVIDUAL><DATAID>9</DATAID><FIRST_NAME>NAMUNA</FIRST_NAME><SECOND_NAME>SPECIMENZADA</SECOND_NAME><UN_LIST_TYPE>S</UN_LIST_TYPE>
        <REFERENCE_NUMBER>SPi.1</REFERENCE_NUMBER><LISTED_ON>2019-03-04</LISTED_ON><GENDER>Male</GENDER><NAME_ORIGINAL_SCRIPT>نمونہ</NAME_ORIGINAL_SCRIPT>
        <COMMENTS1>A &amp; B</COMMENTS1><NATIONALITY><VALUE>Pakistan</VALUE></NATIONALITY><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY>
        <ALIAS_NAME>Abu Numuna; Abu N. (نمونہ)</ALIAS_NAME><NOTE>original script: Образец</NOTE></INDIVIDUAL_ALIAS><INDIVIDUAL_DATE_OF_BIRTH>
        <TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1955</FROM_YEAR><TO_YEAR>1961</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DATE_OF_BIRTH>
        <NOTE>between 1 August 1957 and 1958</NOTE></INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT>
        <NUMBER>passport no. SPC 900101</NUMBER><ISSUING_COUNTRY>Iran (Islamic Republic of)</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT></INDIVIDUAL>
        </INDIVIDUALS><ENTITIES><ENTITY><REFERENCE_NUMBER>SPe.1</REFERENCE_NUMBER><FIRST_NAME>S</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>
        """;

    private const string Sdn = """
        1,"SPECIMENBERG, Gerhardt","individual","A] [B","Director",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 17 Nov 1953; alt. DOB circa 1955 to 1956; POB Utopolis; nationality Syria; Passport SP 1 (Korea, North) issued 1999; a.k.a. 'GERDI'; Linked To: X."
        2,"SPECIMEN STAR","vessel","S",-0- ,"U","General Cargo","2597","1098","Utopia","X",-0-

        """;

    private const string Alt = "1,1,\"aka\",\"MUSTERBERG, Gerardo\",-0- \n2,2,\"fka\",\"\"\"MODEL\"\" STAR\",-0- \n\u001a";

    private const string Add = "1,1,\"1 Specimenweg\",\"Utopolis\",\"Utopia\",\"x\"\r\n";

    private static readonly string[] Markup =
    [
        "<", ">", "&", "&amp;", "&#0;", "&#xD800;", "<!--", "-->", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "<INDIVIDUAL>", "</INDIVIDUAL>",
        "<INDIVIDUAL/>", " xmlns='x'", " xml:space='preserve'", "<VALUE>", "\"", "\"\"", ",", "\n", "\r", "\u001a", "-0-", "\0", "\uFEFF", "\uFFFF", ";", "(", ")", "circa ", " to ", " No. ", "encoding='utf-16'",
    ];

    private static readonly string[] Values =
    [
        "", " ", "-", "-0-", "0", "1", "2", "99999", "individual", "Individual", "entity", "aircraft", "Good", "BETWEEN", "APPROXIMATELY", "1958", "0000", "1958-13-45", "1958-09-10T00:00:00Z",
        "circa", "circa 1960 to 1950", "between and", "Sep.", "SPi.1", "نمونہ (Namuna; Namoona) b) x", "((((", "a;;;b", "passport no. no. no. 0001", "C.U.R.P. # # 1", "DOB DOB 1960; POB ; a.k.a. '';",
        "alt. alt. Passport 12 (", "Korea, North", "\u202Eoverride", "𐍈😀", "'x'", "SURNAME, , ", ",", "\t",
    ];

    /// <summary>An element without others in it; a field.</summary>
    private static readonly Regex Element = new(@"<([A-Z_0-9]+)>[^<]*</[A-Z_0-9]+>\s*"), Field = new("\"[^\"]*\"|[^,\"\r\n]+");

    [Fact]
    public void No_bytes_break_the_reader_of_the_UN_list() =>
        Fuzz("UN", Element, v => $"<$1>{System.Security.SecurityElement.Escape(v)}</$1>", [Encoding.UTF8.GetBytes(Un)], files =>
        {
            using var stream = new MemoryStream(files[0]);
            return UnConsolidatedList.Read(stream, "un.xml");
        });

    [Fact]
    public void No_bytes_break_the_reader_of_the_OFAC_list() =>
        Fuzz("OFAC", Field, v => $"\"{v.Replace("$", "$$", StringComparison.Ordinal)}\"", [Encoding.UTF8.GetBytes(Sdn), Encoding.UTF8.GetBytes(Alt), Encoding.UTF8.GetBytes(Add)], files =>
            OfacList.Read([("sdn.csv", new MemoryStream(files[0])), ("alt.csv", new MemoryStream(files[1])), ("add.csv", new MemoryStream(files[2]))]));

    /// <summary>A form, its files, and what of them is a part.</summary>
    public static TheoryData<string, string[]> OtherForms => new()
    {
        { "ofac", [OfacAdvancedTests.Xml] },
        { "eu", [EuListTests.Xml] },
        { "uk", [UkListTests.Xml] },
        { "ofsi", [UkListTests.Csv] },
        { "opensanctions", [OpenSanctionsTests.Lines] },
        { "opensanctions", [OpenSanctionsTests.Nested] },
        { "interpol", [InterpolNoticeTests.Search] },
        { "ecl", [ExitControlTests.Csv] },
        { "lost", [LostDocumentsTests.Csv] },
        { "csv", [TableListTests.Table, TableListTests.Mapping] },
    };

    [Theory]
    [MemberData(nameof(OtherForms))]
    public void No_bytes_break_the_readers_of_other_forms(string form, string[] files)
    {
        string[] endings = [.. ListForm.Find(form)!.Endings];
        Fuzz($"{form} ({files[0].Length} characters)", Field, v => $"\"{v.Replace("$", "$$", StringComparison.Ordinal)}\"", [.. files.Select(Encoding.UTF8.GetBytes)], bytes =>
            ListForm.Find(form)!.Read([.. bytes.Select((file, i) => ($"list{endings[Math.Min(i, endings.Length - 1)]}", (Stream)new MemoryStream(file)))]), OtherInputs);
    }

    private void Fuzz(string what, Regex part, Func<string, string> written, byte[][] valid, Func<byte[][], ListReading> read, int inputs = Inputs)
    {
        Assert.Empty(read(valid).Errors);
        var random = new Random(Seed);
        int usable = 0, unusable = 0;
        var codes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < inputs * Times; i++)
        {
            var files = (byte[][])valid.Clone();
            var mutated = random.Next(3) == 0 ? random.Next(files.Length) : 0;
            files[mutated] = random.Next(2) == 0 ? Mutated(files[mutated], random) : Changed(files[mutated], part, written, random);
            var reading = Read(read, files);
            Assert.True(reading.List is null == reading.Errors.Count > 0, Convert.ToBase64String(files[mutated]));
            Assert.All(reading.Errors, e => Assert.True(IsPlaced(e), $"{e} {Convert.ToBase64String(files[mutated])}"));
            Assert.All(reading.List?.Entries ?? [], e => Assert.True(e.Reference.Length > 0 && e.Names.Count > 0 && e.ContentHash().Length == 64));
            _ = reading.List is null ? unusable++ : usable++;
            foreach (var error in reading.Errors)
                codes[error.Code] = codes.GetValueOrDefault(error.Code) + 1;
        }
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"[measure] {what} reader, mutated inputs: {usable + unusable}, usable {usable}, unusable {unusable}, memory grown by {growth / 1024} KiB");
        output.WriteLine(string.Join(", ", codes.Select(c => $"{c.Key} {c.Value}")));
        Assert.True(usable > 0 && unusable > 0);
        Assert.True(growth < MostGrowth, $"{growth} bytes were kept.");
    }

    private static ListReading Read(Func<byte[][], ListReading> read, byte[][] files)
    {
        try
        {
            return read(files);
        }
        catch (Exception exception)
        {
            throw new UnreachableException(string.Join(' ', files.Select(Convert.ToBase64String)), exception);
        }
    }

    private static bool IsPlaced(ListError error) =>
        error.Code.StartsWith("LIST_", StringComparison.Ordinal) && error.File.Length > 0 && BorderSentences.Of(error.Problem, CultureInfo.InvariantCulture).Length is > 10 and < 500 && error is { Line: >= 0, Column: >= 0 };

    /// <summary>Parts left out, doubled and given other values: still well-formed.</summary>
    private static byte[] Changed(byte[] valid, Regex part, Func<string, string> written, Random random)
    {
        var text = Encoding.UTF8.GetString(valid);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(text.Length + 1);
            text = random.Next(6) switch
            {
                0 => part.Replace(text, "", 1, at),
                1 => part.Replace(text, "$0$0", 1, at),
                _ => part.Replace(text, written(Values[random.Next(Values.Length)]), 1, at),
            };
        }
        return Encoding.UTF8.GetBytes(text);
    }

    private static byte[] Mutated(byte[] valid, Random random)
    {
        if (random.Next(50) == 0)
        {
            var noise = new byte[random.Next(300)];
            random.NextBytes(noise);
            return noise;
        }
        var bytes = new List<byte>(valid);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(bytes.Count + 1);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(9))
            {
                case 0 or 1 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 3:
                    bytes.RemoveRange(at, length);
                    break;
                case 4:
                    bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                    break;
                case 5 or 6:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Markup[random.Next(Markup.Length)]));
                    break;
                case 7 when random.Next(4) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 8 when random.Next(40) == 0:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Markup[random.Next(Markup.Length)], 5_000))));
                    break;
            }
        }
        return [.. bytes];
    }
}
