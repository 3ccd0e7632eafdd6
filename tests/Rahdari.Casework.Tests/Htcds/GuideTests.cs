using System.Globalization;
using Rahdari.Casework.Classification;
using Rahdari.Casework.Htcds;
using Rahdari.Dates;

namespace Rahdari.Casework.Tests.Htcds;

public class GuideTests
{
    [Fact]
    public void The_example_of_the_guide_compiles_and_does_what_it_says()
    {
        ReadmeExample.StandsIn("docs/guides/case-data.md", "tests/Rahdari.Casework.Tests/Htcds/GuideTests.cs");

        var victim = new HtcdsRecord(HtcdsGroup.Case).With("prs_FirstName", "SPECIMEN").With("prs_Birthdate", PartialDate.Of(1998)).With("vic_TypeOfExploitation", ["ForcedLabour", "Servitude"]);
        var told = new HtcdsCase(victim, new HtcdsRecord(HtcdsGroup.Event).With("hte_City", "Gwadar").With("hte_Type", "Transit"));
        using var file = new MemoryStream();
        HtcdsJsonWriter.Write(file, [told]); // a case a line; HtcdsCsvWriter writes tables as forms export them
        file.Position = 0;
        foreach (var entry in HtcdsJsonReader.Read(file)) // one at a time: a case, or why there is none
            Console.WriteLine(entry.Case is { } read ? string.Join(", ", TipClassification.Of(read.Main, TipDimension.Exploitation)) : HtcdsSentences.Of(entry.Findings[0], CultureInfo.InvariantCulture));

        file.Position = 0;
        Assert.Equal(told, Assert.Single(HtcdsJsonReader.Read(file)).Case);
    }
}
