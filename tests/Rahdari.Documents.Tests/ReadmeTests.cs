using System.Globalization;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_example_of_the_README_compiles_and_does_what_it_says()
    {
        ReadmeExample.StandsIn("src/Rahdari.Documents/README.md", "tests/Rahdari.Documents.Tests/ReadmeTests.cs");

        var today = new DateOnly(2026, 1, 31);
        var reading = MrzReader.Read("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10", today);
        var name = reading.Fields!.PrimaryIdentifier; // "ERIKSSON"
        foreach (var finding in DocumentInspector.Inspect(reading, today)) // DOCUMENT_EXPIRED, then DOCUMENT_SPECIMEN_STATE
            Console.WriteLine(DocumentSentences.Of(finding, CultureInfo.GetCultureInfo("ur")));
        var page = new VisualZone { PrimaryIdentifier = "Eriksson", SecondaryIdentifier = "Anna", DocumentNumber = "L8989O2C3" };
        var compared = DocumentInspector.Inspect(new DocumentEvidence(reading) { Page = page }, today); // and PAGE_NAME_PARTS_MISSING, PAGE_NUMBER_LOOKS_ALIKE
        var lines = MrzComposer.Compose(reading.Fields); // the two lines again, check digits computed

        Assert.Equal("ERIKSSON", name);
        Assert.Equal(["DOCUMENT_EXPIRED", "DOCUMENT_SPECIMEN_STATE"], DocumentInspector.Inspect(reading, today).Select(f => f.Code));
        Assert.Equal(["PAGE_NAME_PARTS_MISSING", "PAGE_NUMBER_LOOKS_ALIKE"], compared.Select(f => f.Code).Where(code => code.StartsWith("PAGE_", StringComparison.Ordinal)));
        Assert.Equal(reading.Lines, lines);
    }
}
