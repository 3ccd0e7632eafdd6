using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsCheck;
using Rahdari.Border.Crossings;
using Rahdari.Border.Travellers.Links;
using Rahdari.Border.Travellers.National;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;
using Rahdari.Links.Messages;
using Rahdari.Links.Pki;
using Rahdari.Links.Tests.Pki;

namespace Rahdari.Links.Tests.Messages;

public sealed class HistoryMessageTests
{
    internal static readonly KnownIdentity Document = new()
    {
        IssuingState = "UTO",
        DocumentCode = "P",
        DocumentNumber = "SPC000001",
        Nationality = "UTO",
        PrimaryIdentifier = "SPECIMENA",
        SecondaryIdentifier = "KHANUM",
        NameMayBeTruncated = true,
        DateOfBirth = PartialDate.Parse("1980-05"),
        Sex = Sex.Female,
        PersonalNumber = new PersonalNumber("PAK", "4210100000002"),
        PlaceOfBirth = "نمونہ",
        OtherDocuments = ["SPC000002"],
    };

    internal static readonly NationalCrossing Crossing = new()
    {
        Id = new Guid("0195a000-0000-7000-8000-000000000001"),
        Node = "khi-1",
        Port = "PKKHI",
        Direction = Direction.Entry,
        Outcome = CrossingOutcome.Admitted,
        At = PkiSites.Start,
        DocumentCode = "P",
        IssuingState = "UTO",
        DocumentNumber = "SPC000001",
        Nationality = "UTO",
        PrimaryIdentifier = "SPECIMENA",
        SecondaryIdentifier = "KHANUM",
        DateOfBirth = PartialDate.Parse("1980-05"),
        Sex = Sex.Female,
        PermittedUntil = new DateOnly(2026, 3, 31),
        Permission = "visit SPC-V1",
        Conveyance = "SP101",
        CorrectedAt = PkiSites.Start.AddHours(1),
    };

    [Fact]
    public void A_question_is_read_as_it_was_written_and_no_two_are_the_same()
    {
        var question = new HistoryQuestion("officer1", [Document, Document with { DocumentNumber = "SPC000003", PersonalNumber = null, PlaceOfBirth = null, OtherDocuments = [] }]);
        var read = HistoryRequest.Read(HistoryRequest.Of(question).Write())!.Question();
        Assert.Equal("officer1", read.Asker);
        Assert.Equal(question.Documents.Select(Written), read.Documents.Select(Written));
        Assert.NotEqual(HistoryRequest.Of(question).Write(), HistoryRequest.Of(question).Write());
        var many = new HistoryQuestion("officer1", [.. Enumerable.Repeat(Document, HistoryQuestion.MostDocuments + 5)]);
        Assert.Equal(HistoryQuestion.MostDocuments, HistoryRequest.Read(HistoryRequest.Of(many).Write())!.Documents.Count);
    }

    /// <summary>Messages of version 1, as they were written when that was the newest: every later version reads them.</summary>
    [Fact]
    public void Version_1_is_read()
    {
        const string Question = """
            {"v":1,"nonce":"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=","asker":"officer1","documents":[{"state":"UTO","code":"P","number":"SPC000001","nationality":"UTO","surname":"SPECIMENA","givenNames":"KHANUM","birthDate":"1980-05","sex":"Female","isCut":true,"personalNumber":"PAK4210100000002","placeOfBirth":"\u0646\u0645\u0648\u0646\u06C1","others":["SPC000002"]}]}
            """;
        var question = HistoryRequest.Read(Encoding.UTF8.GetBytes(Question))!.Question();
        Assert.Equal("officer1", question.Asker);
        Assert.Equal(Written(Document), Written(Assert.Single(question.Documents)));

        const string Content = """
            {"crossings":[{"id":"0195a000-0000-7000-8000-000000000001","node":"khi-1","port":"PKKHI","direction":"Entry","outcome":"Admitted","at":"2026-03-01T06:00:00+00:00","documentCode":"P","issuingState":"UTO","documentNumber":"SPC000001","nationality":"UTO","primaryIdentifier":"SPECIMENA","secondaryIdentifier":"KHANUM","dateOfBirth":"1980-05","sex":"Female","permittedUntil":"2026-03-31","permission":"visit SPC-V1","conveyance":"SP101","correctedAt":"2026-03-01T07:00:00+00:00"}],"hasMore":true}
            """;
        // Signed by a specimen's key when version 1 was written.
        const string Key = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE+Tgl95MWEav0hxscutazX5P7BNJzWI/yoAIPWDDyy0ic7WA2pVR3bvkyfostC4qkhKOuavfqrZClyRORX6lfGA==";
        var answer = SignedHistory.Read(Encoding.UTF8.GetBytes(
            $$"""{"v":1,"from":"headquarters","node":"khi-1","question":"{{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Question)))}}","content":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(Content))}}","signature":"bGjXefzjs3P1MvXSWzgLmecbCFCj5/aMBkcw/S1xPOOYgXZVQjz4tKcvhf7/EBugnYEkasSePUws+lCAszrCcw==","certificate":"AAAA"}"""))!;
        var history = answer.History()!;
        Assert.True(history.HasMore);
        Assert.Equal(Crossing, Assert.Single(history.Crossings));
        Assert.True(answer.Answers(Encoding.UTF8.GetBytes(Question)));
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(Key), out _);
        Assert.True(answer.IsSigned(key));
    }

    [Theory]
    [InlineData("\"v\":1", "\"v\":2")]
    [InlineData("\"asker\":\"officer1\"", "\"asker\":\" \"")]
    [InlineData("\"asker\":\"officer1\"", "\"asker\":null")]
    [InlineData("\"asker\":\"officer1\"", "\"asker\":\"a\\u0000b\"")]
    [InlineData("\"number\":\"SPC000001\"", "\"number\":\"SPC\\u0000\"")]
    [InlineData("\"birthDate\":\"1980-05\"", "\"birthDate\":\"1980-13\"")]
    [InlineData("\"sex\":\"Female\"", "\"sex\":\"1\"")]
    [InlineData("\"sex\":\"Female\"", "\"sex\":\"99\"")]
    [InlineData("\"others\":[\"SPC000002\"]", "\"others\":[null]")]
    [InlineData("\"documents\":[{", "\"documents\":[null,{")]
    public void What_is_no_question_is_none(string good, string bad)
    {
        var message = Encoding.UTF8.GetString(HistoryRequest.Of(new HistoryQuestion("officer1", [Document])).Write());
        Assert.Contains(good, message, StringComparison.Ordinal);
        Assert.Null(HistoryRequest.Read(Encoding.UTF8.GetBytes(message.Replace(good, bad, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_question_without_a_document_or_too_long_or_with_a_short_nonce_is_none()
    {
        var request = HistoryRequest.Of(new HistoryQuestion("officer1", [Document]));
        Assert.NotNull(HistoryRequest.Read(request.Write()));
        Assert.Null(HistoryRequest.Read((request with { Documents = [] }).Write()));
        Assert.Null(HistoryRequest.Read((request with { Documents = [.. Enumerable.Repeat(request.Documents[0], HistoryQuestion.MostDocuments + 1)] }).Write()));
        Assert.Null(HistoryRequest.Read((request with { Nonce = new byte[16] }).Write()));
        Assert.Null(HistoryRequest.Read((request with { Documents = [request.Documents[0] with { Surname = new string('A', 401) }] }).Write()));
        Assert.Null(HistoryRequest.Read([.. request.Write(), .. Enumerable.Repeat((byte)' ', 33 * 1024)]));
    }

    [Fact]
    public async Task Only_headquarters_own_answer_to_just_this_question_counts()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        using var port = PkiSites.Value(NodeCredentials.Open(sites.Port.Folder, sites.Clock));
        using var key = sites.Port.Folder.OpenKey();
        var question = HistoryRequest.Of(new HistoryQuestion("officer1", [Document])).Write();
        var read = SignedHistory.Read(SignedHistory.Sign("headquarters", "khi-1", question, new KnownHistory([Crossing], HasMore: true), key, port.Record).Write())!;
        Assert.Equal(Written(new KnownHistory([Crossing], HasMore: true)), Written(read.History()!));
        Assert.True(read.Answers(question));
        Assert.True(read.IsSigned(key));
        // Asked again it is another question, and so is that of another traveller.
        Assert.False(read.Answers(HistoryRequest.Of(new HistoryQuestion("officer1", [Document])).Write()));
        Assert.False((read with { From = "khi-1" }).IsSigned(key));
        Assert.False((read with { Node = "lhe-1" }).IsSigned(key));
        Assert.False((read with { Question = RandomNumberGenerator.GetBytes(32) }).IsSigned(key));
        Assert.False((read with { Content = [.. read.Content, (byte)' '] }).IsSigned(key));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.False(read.IsSigned(other));
    }

    [Fact]
    public async Task An_answer_with_very_long_names_tells_the_newest_that_have_room()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        using var port = PkiSites.Value(NodeCredentials.Open(sites.Port.Folder, sites.Clock));
        using var key = sites.Port.Folder.OpenKey();
        var crossings = Enumerable.Range(0, KnownHistory.MostCrossings).Select(i => Crossing with { DocumentNumber = $"SPC{i}", PrimaryIdentifier = new string('A', 8000) }).ToArray();
        var written = SignedHistory.Sign("headquarters", "khi-1", [], new KnownHistory(crossings, HasMore: false), key, port.Record).Write();
        Assert.InRange(written.Length, 1, SignedHistory.LargestMessage);
        var told = SignedHistory.Read(written)!.History()!;
        Assert.True(told.HasMore);
        Assert.Equal(crossings.Take(25), told.Crossings);
    }

    [Theory]
    [InlineData("\"direction\":\"Entry\"", "\"direction\":99")]
    [InlineData("\"outcome\":\"Admitted\"", "\"outcome\":\"Flown\"")]
    [InlineData("\"sex\":\"Female\"", "\"sex\":-1")]
    [InlineData("\"dateOfBirth\":\"1980-05\"", "\"dateOfBirth\":5")]
    [InlineData("\"port\":\"PKKHI\",", "")]
    [InlineData("\"crossings\":[{", "\"crossings\":[null,{")]
    public void What_is_no_crossing_is_no_answer(string good, string bad)
    {
        var content = Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(new KnownHistory([Crossing], HasMore: false), LinkJson.Default.KnownHistory));
        var answer = new SignedHistory(1, "headquarters", "khi-1", new byte[32], [], new byte[64], [1]);
        Assert.NotNull((answer with { Content = Encoding.UTF8.GetBytes(content) }).History());
        Assert.Contains(good, content, StringComparison.Ordinal);
        Assert.Null((answer with { Content = Encoding.UTF8.GetBytes(content.Replace(good, bad, StringComparison.Ordinal)) }).History());
    }

    [Fact]
    public void Any_bytes_are_answered()
    {
        var question = HistoryRequest.Of(new HistoryQuestion("officer1", [Document])).Write();
        var content = JsonSerializer.SerializeToUtf8Bytes(new KnownHistory([Crossing], HasMore: false), LinkJson.Default.KnownHistory);
        var answer = new SignedHistory(1, "headquarters", "khi-1", new byte[32], content, new byte[64], [1]);
        Gen.OneOf(Gen.Byte.Array[0, 400], Mutations.Of(question), Mutations.Of(answer.Write())).Sample(
            bytes =>
            {
                if (HistoryRequest.Read(bytes) is { } request)
                    Assert.NotEmpty(request.Question().Documents);
                _ = SignedHistory.Read(bytes)?.History();
            },
            iter: 5000);
        Mutations.Of(content).Sample(
            bytes =>
            {
                if ((answer with { Content = bytes }).History() is { } history)
                    Assert.InRange(history.Crossings.Count, 0, KnownHistory.MostCrossings);
            },
            iter: 5000);
    }

    private static string Written<T>(T what) => JsonSerializer.Serialize(what);
}
