using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Travellers.National;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;
using Rahdari.Links.Lines;
using Rahdari.Links.Messages;

namespace Rahdari.Node.Tests.Api;

/// <summary>A traveller's history at other ports, as a port's page and its programs have it.</summary>
public sealed class NationalHistoryTests
{
    private const string Asking = "Headquarters is asked";

    [Fact]
    public async Task What_headquarters_answers_stands_beside_the_ports_own_and_follows_the_page()
    {
        await using var site = await LinkedAsync();
        using var headquarters = new Headquarters(site, [Elsewhere]);
        using var open = site.Get<HistoryLine>().Open(headquarters.Road);
        var officer = await site.SignInAsync(Roles.Officer);
        var traveller = await PassAsync(officer);

        var history = (await officer.GetAsync($"/api/v1/travellers/{traveller}")).Json;
        Assert.Equal("PKKHI", Assert.Single(history.GetProperty("crossings").EnumerateArray()).GetProperty("port").GetString());
        var national = history.GetProperty("national");
        Assert.Equal("headquarters", national.GetProperty("source").GetString());
        var other = Assert.Single(national.GetProperty("crossings").EnumerateArray());
        Assert.Equal(("PKLHE", "exit", "1980-05-17"), (other.GetProperty("port").GetString(), other.GetProperty("direction").GetString(), other.GetProperty("dateOfBirth").GetString()));
        Assert.False(national.GetProperty("hasMore").GetBoolean());
        Assert.Equal(("officer", "U00000001"), (headquarters.Asked[^1].Asker, headquarters.Asked[^1].Documents[0].DocumentNumber));

        var page = (await officer.GetAsync($"/travellers/{traveller}")).Body;
        var (own, asking, answered) = (page.IndexOf("SPECIMENA", StringComparison.Ordinal), page.IndexOf(Asking, StringComparison.Ordinal), page.IndexOf("Crossings at every port", StringComparison.Ordinal));
        Assert.True(own > 0 && asking > own && answered > asking, $"{own}, {asking}, {answered}");
        Assert.True(page.LastIndexOf("PKLHE", StringComparison.Ordinal) > answered);
        Assert.Equal(2, (await site.AuditAsync(AuditAction.TravellerAsked, "officer")).Count);

        // Where nobody is to wait, nobody is asked.
        var quick = (await officer.GetAsync($"/api/v1/travellers/{traveller}?national=false")).Json;
        Assert.False(quick.TryGetProperty("national", out var none) && none.ValueKind != JsonValueKind.Null);
        Assert.Equal(2, headquarters.Asked.Count);
    }

    [Fact]
    public async Task Where_headquarters_does_not_answer_the_page_and_the_program_are_told_so()
    {
        await using var site = await LinkedAsync();
        var officer = await site.SignInAsync(Roles.Officer);
        var traveller = await PassAsync(officer);
        var asked = new SemaphoreSlim(0);
        using var open = site.Get<HistoryLine>().Open(new HistoryRoad(
            (_, _) =>
            {
                asked.Release();
                return new TaskCompletionSource<byte[]?>().Task;
            },
            _ => null));
        var history = officer.GetAsync($"/api/v1/travellers/{traveller}");
        await PassDeadlineAsync();
        Assert.Equal(("thisPort", "noAnswer"), Told((await history).Json));
        Assert.Equal(1, (await history).Json.GetProperty("crossings").GetArrayLength());
        var page = officer.GetAsync($"/travellers/{traveller}");
        await PassDeadlineAsync();
        Assert.Contains("Headquarters did not answer: crossings at this port only.", (await page).Body, StringComparison.Ordinal);

        async Task PassDeadlineAsync()
        {
            await asked.WaitAsync(TestContext.Current.CancellationToken);
            site.Clock.Advance(HistoryLine.Deadline);
        }
    }

    [Fact]
    public async Task Where_the_line_is_down_nobody_is_asked()
    {
        await using var site = await RunningSite.StartAsync(prepare: Port);
        var officer = await site.SignInAsync(Roles.Officer);
        var traveller = await PassAsync(officer);
        Assert.Equal(("thisPort", "lineDown"), Told((await officer.GetAsync($"/api/v1/travellers/{traveller}")).Json));
        Assert.Contains("The line to headquarters is down: crossings at this port only.", (await officer.GetAsync($"/travellers/{traveller}")).Body, StringComparison.Ordinal);
        Assert.Empty(await site.AuditAsync(AuditAction.TravellerAsked));
    }

    [Fact]
    public async Task A_site_that_stands_alone_says_nothing_of_headquarters()
    {
        await using var site = await RunningSite.StartAsync();
        var officer = await site.SignInAsync(Roles.Officer);
        var traveller = await PassAsync(officer);
        var history = (await officer.GetAsync($"/api/v1/travellers/{traveller}")).Json;
        Assert.False(history.TryGetProperty("national", out var none) && none.ValueKind != JsonValueKind.Null);
        Assert.DoesNotContain("eadquarters", (await officer.GetAsync($"/travellers/{traveller}")).Body, StringComparison.Ordinal);
    }

    private static NationalCrossing Elsewhere => new()
    {
        Id = Guid.CreateVersion7(RunningSite.Start.AddDays(-3)),
        Node = "lhe-1",
        Port = "PKLHE",
        Direction = Direction.Exit,
        Outcome = CrossingOutcome.Departed,
        At = RunningSite.Start.AddDays(-3),
        DocumentCode = "P",
        IssuingState = "UTO",
        DocumentNumber = "U00000001",
        Nationality = "UTO",
        PrimaryIdentifier = "SPECIMENA",
        SecondaryIdentifier = "KHANUM",
        DateOfBirth = PartialDate.Parse("1980-05-17"),
        Sex = Sex.Female,
    };

    private static Task Port(Border.Sites.SiteFolder folder)
    {
        new LinkSettings { End = LinkEnd.Port, Headquarters = "headquarters" }.Write(folder);
        return Task.CompletedTask;
    }

    /// <summary>A port to which headquarters has just given a receipt.</summary>
    private static async Task<RunningSite> LinkedAsync()
    {
        var site = await RunningSite.StartAsync(prepare: Port);
        site.Get<LinkState>().Answered(site.Clock.GetUtcNow(), site.Clock.GetUtcNow(), 0);
        return site;
    }

    private static (string? Source, string? Gap) Told(JsonElement history) =>
        history.GetProperty("national") is var national ? (national.GetProperty("source").GetString(), national.GetProperty("gap").GetString()) : default;

    private static async Task<Guid> PassAsync(SiteClient officer)
    {
        var encounter = await officer.PostAsync("/api/v1/encounters", new { mrz = Specimens.Passport(), direction = "entry", counter = "1" });
        Assert.Equal(200, (await officer.PostAsync($"/api/v1/encounters/{encounter.Json.GetProperty("id").GetGuid()}/decision", new { kind = "pass", reason = "test" }, "key-00000001")).Status);
        return encounter.Json.GetProperty("traveller").GetProperty("id").GetGuid();
    }

    /// <summary>The other end, which answers every question alike.</summary>
    private sealed class Headquarters : IDisposable
    {
        private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        private readonly X509Certificate2 certificate;

        public Headquarters(RunningSite site, IReadOnlyList<NationalCrossing> crossings)
        {
            certificate = new CertificateRequest("CN=headquarters", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
            Road = new HistoryRoad(
                async (question, _) =>
                {
                    await Task.Yield();
                    Asked.Add(HistoryRequest.Read(question)!.Question());
                    return SignedHistory.Sign("headquarters", site.Get<Border.Sites.SiteSettings>().Node, question, new KnownHistory(crossings, HasMore: false), key, certificate).Write();
                },
                shown => shown.AsSpan().SequenceEqual(certificate.RawData) ? certificate.GetECDsaPublicKey() : null);
        }

        public List<HistoryQuestion> Asked { get; } = [];

        public HistoryRoad Road { get; }

        public void Dispose()
        {
            certificate.Dispose();
            key.Dispose();
        }
    }
}
