using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Rahdari.Casework.Htcds;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Tests.Htcds;

/// <summary>The room's table against the standard's own files: nothing missing, nothing invented.</summary>
public class StandardTests
{
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void Every_question_of_the_form_is_a_field_and_every_form_name_a_question()
    {
        var survey = Rows("xl/worksheets/sheet1.xml").Skip(1).ToList();
        Assert.Equal(34, survey.Count);
        Assert.Equal(survey.Select(row => row["B"]).Order(StringComparer.Ordinal), HtcdsStandard.Fields.Select(field => field.FormName).OfType<string>().Order(StringComparer.Ordinal));
        foreach (var row in survey)
        {
            var field = HtcdsStandard.Find(HtcdsGroup.Case, row["B"])!;
            var asked = row["A"].Split(' ');
            Assert.True(Holds(field, asked), $"{field.Name}: {row["A"]} and {field.Type} of {field.List}");
        }
    }

    [Fact]
    public void Every_choice_of_the_form_is_an_option_and_no_other_is_in_its_lists()
    {
        var lists = Rows("xl/worksheets/sheet2.xml").Skip(1).Where(row => row["A"] != "consent").GroupBy(row => row["A"]).ToList(); // A flag of the field standards.
        Assert.Equal(10, lists.Count);
        foreach (var list in lists)
        {
            // One choice of the form has a blank behind its name, which a list with blanks between cannot keep.
            Assert.Equal(list.Select(row => (row["B"].Trim(), Plain(row["C"]))), HtcdsStandard.Options[list.Key].Select(option => (option.Code, option.Label)));
        }
    }

    [Fact]
    public void Every_field_and_option_of_the_field_standards_is_here_and_no_other()
    {
        var rows = Standards().Where(row => row[3].EndsWith('_')).ToList();
        Assert.Equal(84, rows.Count);
        // One row leaves the whole name out.
        Assert.Equal(rows.Select(row => row[3] + row[4]), HtcdsStandard.Fields.Where(field => field.Status != HtcdsStatus.Form).Select(field => field.Name));
        var used = HtcdsStandard.Fields.Select(field => field.List).OfType<string>().ToHashSet();
        Assert.Equal(HtcdsStandard.Options.Keys.Order(), used.Order());
        foreach (var row in rows)
        {
            var field = HtcdsStandard.Fields.Single(field => field.Name == row[3] + row[4]);
            Assert.Equal((row[2] == "Core", row[1] == "DEPRECATED"), (field.IsCore, field.Status == HtcdsStatus.Deprecated));
            if (field.List is not null and not "citizenship")
                Assert.Equal(Lines(row[9]).Zip(Lines(row[10])), field.Options.Select(option => (option.Code, option.Label)));
            else
                Assert.DoesNotContain('\n', row[9].Trim());
        }
    }

    [Fact]
    public void Every_rule_has_its_sentence_in_both_languages()
    {
        foreach (var rule in HtcdsRules.All)
        {
            var finding = rule.Found(null, "cases.csv", "7", "3");
            foreach (var language in (string[])["en", "ur"])
            {
                var sentence = HtcdsSentences.Of(finding, CultureInfo.GetCultureInfo(language));
                Assert.NotNull(sentence);
                Assert.Contains("cases.csv", sentence, StringComparison.Ordinal);
                Assert.DoesNotContain('{', sentence);
            }
            Assert.NotEqual(HtcdsSentences.Of(finding, CultureInfo.GetCultureInfo("en")), HtcdsSentences.Of(finding, CultureInfo.GetCultureInfo("ur")));
        }
        Assert.Equal(HtcdsRules.All.Count, HtcdsRules.All.Select(rule => rule.Code).Distinct().Count());
        Assert.Null(HtcdsSentences.Of(Finding.Of("OTHER", Severity.Warning, null), CultureInfo.InvariantCulture));
    }

    private static bool Holds(HtcdsField field, string[] asked) => asked[0] switch
    {
        "start" or "end" => field.Type == HtcdsType.Instant,
        "date" => field.Type == HtcdsType.Date,
        "text" or "calculate" => field.Type is HtcdsType.Text or HtcdsType.Phone or HtcdsType.OpenOne,
        "select_one" when asked[1] == "consent" => field.Type == HtcdsType.Flag,
        // The field standards let a person have several citizenships, and the form one.
        "select_one" => field.List == asked[1] && (field.Type == HtcdsType.One || field.Name == "prs_Citizenship"),
        "select_multiple" => field.List == asked[1] && field.Type == HtcdsType.Many,
        _ => false,
    };

    private static string Plain(string label) => label.Replace('\u00A0', ' ').Trim();

    private static IEnumerable<string> Lines(string cell) => cell.Split('\n').Select(Plain).Where(line => line.Length > 0);

    private static IEnumerable<Dictionary<string, string>> Rows(string sheet)
    {
        using var zip = ZipFile.OpenRead(SharedData.Path("htcds", "htcds-xlsform.xlsx"));
        var texts = Part(zip, "xl/sharedStrings.xml").Elements(Sheet + "si").Select(si => string.Concat(si.Descendants(Sheet + "t").Select(t => t.Value))).ToList();
        return
        [
            .. Part(zip, sheet).Descendants(Sheet + "row").Select(row => row.Elements(Sheet + "c").Where(cell => cell.Element(Sheet + "v") is not null).ToDictionary(
                cell => cell.Attribute("r")!.Value.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
                cell => cell.Attribute("t")?.Value == "s" ? texts[int.Parse(cell.Element(Sheet + "v")!.Value, CultureInfo.InvariantCulture)] : cell.Element(Sheet + "v")!.Value)),
        ];
    }

    private static IEnumerable<List<string>> Standards()
    {
        using var zip = ZipFile.OpenRead(SharedData.Path("htcds", "htcds-field-standards-2.0.ods"));
        foreach (var row in Part(zip, "content.xml").Descendants(Table + "table-row"))
        {
            var cells = new List<string>();
            foreach (var cell in row.Elements())
            {
                var times = Math.Min(20, (int?)cell.Attribute(Table + "number-columns-repeated") ?? 1);
                cells.AddRange(Enumerable.Repeat(string.Join('\n', cell.Descendants(Text + "p").Select(p => p.Value)), times));
            }
            cells.AddRange(Enumerable.Repeat("", 13));
            yield return cells;
        }
    }

    private static XElement Part(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return XElement.Load(stream);
    }
}
