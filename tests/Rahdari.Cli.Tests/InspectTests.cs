using System.Text.Json;

namespace Rahdari.Cli.Tests;

public sealed class InspectTests
{
    // A day on which every specimen but the visas is valid.
    private const string Day = "2012-01-31";

    public static TheoryData<string, string[], string> Formats => new()
    {
        { "TD3", Specimens.TD3, "L898902C3" },
        { "TD1", Specimens.TD1, "D23145890" },
        { "TD2", Specimens.TD2, "D23145890" },
        { "MRVA", Specimens.MRVA, "L8988901C" },
        { "MRVB", Specimens.MRVB, "L8988901C" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_specimens_of_Doc_9303_are_read_from_arguments_exactly(string format, string[] lines, string number)
    {
        var run = await RahdariProcess.RunAsync(["inspect", "--json", "--on", "1996-01-31", .. lines]);
        var fields = run.Json.GetProperty("fields");
        Assert.Equal(format, fields.GetProperty("format").GetString());
        Assert.Equal("ERIKSSON", fields.GetProperty("primaryIdentifier").GetString());
        Assert.Equal("ANNA MARIA", fields.GetProperty("secondaryIdentifier").GetString());
        Assert.Equal(number, fields.GetProperty("documentNumber").GetString());
        Assert.Equal("female", fields.GetProperty("sex").GetString());
        Assert.Equal(lines, run.Json.GetProperty("lines").EnumerateArray().Select(l => l.GetString()!));
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task A_misread_zone_is_told_as_read_with_what_it_probably_says()
    {
        var misread = Specimens.TD3[1].Replace("740812", "74O812", StringComparison.Ordinal);
        var run = await RahdariProcess.RunAsync("inspect", "--json", "--on", Day, Specimens.TD3[0], misread);
        Assert.Equal(misread, run.Json.GetProperty("lines")[1].GetString());
        Assert.Equal(Specimens.TD3[1], run.Json.GetProperty("proposedLines")[1].GetString());
        var finding = run.Json.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("code").GetString() == "MRZ_CORRECTION_PROPOSED");
        Assert.Equal((2, 16), (finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32()));
    }

    [Fact]
    public async Task A_national_card_is_read_too()
    {
        var run = await RahdariProcess.RunAsync("inspect", "--on", "2001-01-01", "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6");
        Assert.Equal(1, run.ExitCode); // the name and number of a published specimen
        Assert.Contains("1988-06", run.Output, StringComparison.Ordinal);
        Assert.Contains("DOCUMENT_SPECIMEN_NUMBER", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "The zone names nobody.")]
    [InlineData("ur", "پٹی میں کوئی نام نہیں۔")]
    public async Task Every_finding_is_listed_in_the_language_asked_for(string language, string sentence)
    {
        var people = await RahdariProcess.RunAsync("findings", "--lang", language);
        Assert.Contains(people.Output.Split('\n'), line => line.StartsWith("MRZ_NAME_MISSING", StringComparison.Ordinal) && line.TrimEnd().EndsWith(sentence, StringComparison.Ordinal));
        var json = await RahdariProcess.RunAsync("findings", "--json", "--lang", language);
        Assert.Equal(people.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, json.Json.GetProperty("findings").GetArrayLength());
        Assert.StartsWith("# Findings", (await RahdariProcess.RunAsync("findings", "--markdown")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_a_file_and_arguments_give_the_same_answer()
    {
        using var folder = new TemporaryFolder();
        var text = string.Join("\r\n", Specimens.TD3);
        var file = folder.Write("scan.txt", text);
        var fromArguments = await RahdariProcess.RunAsync(["inspect", "--json", "--on", Day, .. Specimens.TD3]);
        var fromFile = await RahdariProcess.RunAsync("inspect", "--json", "--on", Day, "--file", file);
        var fromInput = await RahdariProcess.RunWithInputAsync(text, "inspect", "--json", "--on", Day);
        Assert.Equal(fromArguments.Output, fromFile.Output);
        Assert.Equal(fromArguments.Output, fromInput.Output);
    }

    [Fact]
    public async Task A_forged_check_digit_is_found_marked_under_its_place_and_ends_with_1()
    {
        var forged = Specimens.TD3[1].Replace("L898902C3", "L898902C4", StringComparison.Ordinal);
        var json = await RahdariProcess.RunAsync("inspect", "--json", "--on", Day, Specimens.TD3[0], forged);
        Assert.Equal(1, json.ExitCode);
        var finding = json.Json.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("code").GetString() == "MRZ_CHECK_DIGIT_DOCUMENT_NUMBER");
        Assert.Equal(2, finding.GetProperty("line").GetInt32());
        Assert.NotEmpty(finding.GetProperty("sentence").GetString()!);

        var people = await RahdariProcess.RunAsync("inspect", "--on", Day, Specimens.TD3[0], forged);
        Assert.Equal(1, people.ExitCode);
        var lines = people.Output.Split('\n');
        var under = lines.Single(l => l.TrimStart().StartsWith('^') && l.Contains("MRZ_CHECK_DIGIT_DOCUMENT_NUMBER", StringComparison.Ordinal));
        Assert.Equal(finding.GetProperty("column").GetInt32() - 1, under.IndexOf('^', StringComparison.Ordinal));
        Assert.True(Array.IndexOf(lines, under) > Array.IndexOf(lines, forged));
    }

    [Fact]
    public async Task An_expired_passport_ends_with_1_and_a_valid_one_with_0()
    {
        Assert.Equal(0, (await RahdariProcess.RunAsync(["inspect", "--on", "2012-04-15", .. Specimens.TD3])).ExitCode);
        Assert.Equal(1, (await RahdariProcess.RunAsync(["inspect", "--on", "2012-04-16", .. Specimens.TD3])).ExitCode);
    }

    [Fact]
    public async Task Sentences_come_in_Urdu_where_asked()
    {
        var run = await RahdariProcess.RunAsync(["inspect", "--json", "--lang", "ur", "--on", "2013-01-01", .. Specimens.TD3]);
        var sentences = run.Json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("sentence").GetString()!).ToArray();
        Assert.NotEmpty(sentences);
        Assert.All(sentences, s => Assert.Contains(s, c => c is >= '\u0600' and <= '\u06FF'));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("\u0000\uFFFD<<<<")]
    [InlineData("P<UTO")]
    public async Task What_is_no_zone_is_invalid_input_with_a_code(string text)
    {
        var run = await RahdariProcess.RunWithInputAsync(text, "inspect", "--json");
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("MRZ_", run.ErrorCode, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_given_is_invalid_and_a_missing_file_is_not_found()
    {
        var nothing = await RahdariProcess.RunAsync("inspect", "--json");
        Assert.Equal((3, "INPUT_MISSING"), (nothing.ExitCode, nothing.ErrorCode));
        var missing = await RahdariProcess.RunAsync("inspect", "--json", "--file", "/nowhere/scan.txt");
        Assert.Equal((4, "FILE_NOT_FOUND"), (missing.ExitCode, missing.ErrorCode));
        Assert.Equal(JsonValueKind.Object, missing.Json.GetProperty("error").GetProperty("evidence").ValueKind);
    }

    [Fact]
    public async Task A_day_that_cannot_be_is_named()
    {
        var run = await RahdariProcess.RunAsync(["inspect", "--json", "--on", "2012-02-30", .. Specimens.TD3]);
        Assert.Equal((3, "DATE_INVALID"), (run.ExitCode, run.ErrorCode));
        Assert.Equal("--on", run.Json.GetProperty("error").GetProperty("field").GetString());
    }
}
