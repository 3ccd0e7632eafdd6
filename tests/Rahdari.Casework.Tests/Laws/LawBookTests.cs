using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Rahdari.Casework.Laws;

namespace Rahdari.Casework.Tests.Laws;

/// <summary>The laws that are shipped, and files of laws.</summary>
public class LawBookTests
{
    private static readonly byte[] Shipped = Encoding.UTF8.GetBytes(LawBooks.Written(LawBooks.Shipped));

    [Theory]
    [InlineData("PCHTO-2002", true)]
    [InlineData("PTPA-2018", true)]
    [InlineData("EO-1979", false)]
    [InlineData("PA-1974", false)]
    [InlineData("FA-1946", false)]
    [InlineData("EPCO-1981", false)]
    public void The_laws_of_the_country_are_shipped(string code, bool isOfTrafficking)
    {
        var law = LawBooks.Shipped.Find(code)!;
        Assert.Equal(isOfTrafficking, law.IsOfTrafficking);
        Assert.Equal(isOfTrafficking, LawBooks.Shipped.ProcedureOf(code) is not null);
        Assert.All(law.Offences, offence => Assert.DoesNotMatch("[A-Za-z]", offence.Title.Ur));
    }

    [Fact]
    public void The_ordinance_of_2002_ended_when_the_act_of_2018_began()
    {
        var (ordinance, act) = (LawBooks.Shipped.Find("PCHTO-2002")!, LawBooks.Shipped.Find("PTPA-2018")!);
        Assert.Equal(act.From.AddDays(-1), ordinance.Until);
        Assert.Contains("S.R.O. 970(I)/2004", ordinance.Rules, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_written_is_read_as_it_was() => Assert.Equal(Shipped, Encoding.UTF8.GetBytes(LawBooks.Written(LawBooks.Read(Shipped).Value!)));

    [Theory]
    [InlineData("""{"laws":[],"procedures":[]}""", "LAWS_INVALID", "laws")]
    [InlineData("""{"laws":[null],"procedures":[]}""", "LAWS_INVALID", "laws: null")]
    [InlineData("""{"laws":[],"procedures":[null]}""", "LAWS_INVALID", "procedures: null")]
    [InlineData("""{"laws":[]}""", "LAWS_MALFORMED", "$")]
    [InlineData("""{"laws":[{"code":"A"}],"procedures":[]}""", "LAWS_MALFORMED", "$.laws[0]")]
    [InlineData("""{"laws":[],"procedures":[],"extra":1}""", "LAWS_MALFORMED", "$.extra")]
    [InlineData("null", "LAWS_MALFORMED", "$")]
    [InlineData("", "LAWS_MALFORMED", "$")]
    public void What_is_wrong_is_named(string text, string code, string field)
    {
        var problem = LawBooks.Read(Encoding.UTF8.GetBytes(text)).Problem!;
        Assert.Equal(code, problem.Code);
        Assert.Equal(field, problem.Field);
    }

    [Theory]
    [InlineData("laws[0].until", "\"1990-01-01\"", "PCHTO-2002: until")]
    [InlineData("laws[0].procedure", "null", "PCHTO-2002: procedure")]
    [InlineData("laws[0].offences[0].penalty.prisonYearsAtLeast", "99", "PCHTO-2002: 3(i)")]
    [InlineData("procedures[0].timeLimits[0].days", "0", "CRPC-1898: REPORT-14")]
    [InlineData("procedures[0].steps[0].at", "[]", "CRPC-1898: FirRegistered")]
    public void Laws_that_do_not_fit_together_are_refused(string path, string value, string place)
    {
        var book = JsonNode.Parse(Shipped)!;
        JsonNode node = book;
        var parts = path.Replace("]", "", StringComparison.Ordinal).Split('.', '[');
        foreach (var part in parts[..^1])
            node = int.TryParse(part, out var index) ? node[index]! : node[part]!;
        node[parts[^1]] = JsonNode.Parse(value);
        var problem = LawBooks.Read(Encoding.UTF8.GetBytes(book.ToJsonString())).Problem!;
        Assert.Equal(("LAWS_INVALID", place), (problem.Code, problem.Field));
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_and_never_thrown_at() =>
        Gen.Select(Gen.Int[0, Shipped.Length - 1], Gen.Byte, Gen.Int[0, 40]).Sample(
            (at, value, cut) =>
            {
                var bytes = Shipped.ToArray();
                bytes[at] = value;
                var read = LawBooks.Read(bytes.AsSpan(0, bytes.Length - cut));
                return read.Succeeded || read.Problem.Code.StartsWith("LAWS_", StringComparison.Ordinal);
            },
            iter: 300);
}
