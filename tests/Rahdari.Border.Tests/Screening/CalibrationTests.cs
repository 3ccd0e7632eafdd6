using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Calibration;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Tests.Screening;

/// <summary>Whether scores keep their word at a site is counted from what its supervisors resolved.</summary>
public class CalibrationTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    /// <summary>Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    [InlineData(29, 29, 0.8830, 1.0000)]
    [InlineData(0, 0, 0, 1)]
    public void An_interval_is_that_of_Wilson_as_published(int counted, int among, double low, double high)
    {
        var interval = WilsonInterval.Of(counted, among);
        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [Theory]
    [InlineData(19, 0, 0.6, CalibrationVerdict.TooFew)]
    [InlineData(20, 0, 0.6, CalibrationVerdict.FewerThanTold)]
    [InlineData(20, 12, 0.6, CalibrationVerdict.AsTold)]
    [InlineData(20, 20, 0.6, CalibrationVerdict.MoreThanTold)]
    [InlineData(0, 0, null, CalibrationVerdict.TooFew)]
    public void Told_and_found_agree_where_what_was_told_is_within_the_interval_of_enough(int resolved, int confirmed, double? told, CalibrationVerdict verdict) =>
        Assert.Equal(verdict, new CalibrationBand(0.5, 0.7, resolved, confirmed, told).Verdict);

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Matches_resolved_at_the_site_are_counted_by_what_was_told_of_them(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await HitsAsync(
            site,
            new("un", 0.004, HitState.Dismissed), // A whole name.
            new("un", 0.01, HitState.Dismissed),
            new("un", 0.029, HitState.Confirmed),
            new("un", 0.03, HitState.Dismissed),
            new("ofac", 0.6, HitState.Confirmed),
            new("ofac", 0.99, HitState.Confirmed),
            new("ofac", 1, HitState.Confirmed),
            new("ofac", 0.5, HitState.Open),
            new("ofac", 0.5, HitState.Suppressed),
            new("ofac", 0.5, HitState.Suppressed),
            new("ofac", 0.5, HitState.Dismissed) { Age = 366 },
            new("ofac", 0.5, HitState.Open) { Age = 366 },
            new("ofac", 0.5, HitState.Open) { IsLeft = true },
            new("ofac", 0.5, HitState.Confirmed) { Port = "PKLHE" });
        var read = (await ReadAsync(site, site.Supervisor)).Value!;
        Assert.Equal((7, 4, 1, 2), (read.All.Total.Resolved, read.All.Total.Confirmed, read.Open, read.Suppressed));
        Assert.Equal((0.004 + 0.01 + 0.029 + 0.03 + 0.6 + 0.99 + 1) / 7, read.All.Total.Told!.Value, 9);
        Assert.Equal([(1, 0), (2, 1), (1, 0), (0, 0), (0, 0), (1, 1), (0, 0), (0, 0), (0, 0), (2, 2)], read.All.Bands.Select(b => (b.Resolved, b.Confirmed)));
        Assert.Equal((0.01, 0.03, 0.0195, 0.5), (read.All.Bands[1].From, read.All.Bands[1].To, Math.Round(read.All.Bands[1].Told!.Value, 6), read.All.Bands[1].Share));
        Assert.Null(read.All.Bands[3].Told);
        Assert.Equal([("ofac", 3, 3), ("un", 4, 1)], read.Lists.Select(l => (l.List, l.Total.Resolved, l.Total.Confirmed)));
        Assert.Equal([0, 0, 0, 0, 0, 1, 0, 0, 0, 2], read.Lists[0].Bands.Select(b => b.Resolved));

        // Headquarters sees every port; a period is what was asked for.
        Assert.Equal(8, (await ReadAsync(site, site.ListManager)).Value!.All.Total.Resolved);
        Assert.Equal(9, (await ReadAsync(site, site.Auditor, DateTimeOffset.MinValue, DateTimeOffset.MaxValue)).Value!.All.Total.Resolved);
        Assert.Equal(0, (await ReadAsync(site, site.Auditor, TestSite.Start.AddDays(1))).Value!.All.Total.Resolved);
        Assert.Equal("ROLE_REQUIRED", (await ReadAsync(site, site.Officer)).Problem?.Code);
        var audited = await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.CalibrationRead, Actor = "supervisor1" }, 0, 10, site.Auditor, TestContext.Current.CancellationToken);
        Assert.Equal("2025-03-01T06:00Z – 2026-03-01T06:00Z", Assert.Single(audited.Value!.Items).Detail);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_traveller_and_an_entry_count_once_as_they_were_resolved_last(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var traveller = Guid.CreateVersion7();
        await HitsAsync(
            site,
            new("un", 0.8, HitState.Dismissed) { Traveller = traveller, Reference = "SPEi.1", Age = 30 },
            new("un", 0.95, HitState.Confirmed) { Traveller = traveller, Reference = "SPEi.1", Age = 20 },
            new("un", 0.2, HitState.Dismissed) { Traveller = traveller, Reference = "SPEi.2", Age = 20 },
            new("un", 0.2, HitState.Dismissed) { Reference = "SPEi.1", Age = 20 });
        var read = (await ReadAsync(site, site.Supervisor)).Value!;
        Assert.Equal((3, 1), (read.All.Total.Resolved, read.All.Total.Confirmed));
        Assert.Equal((1, 1, 0.95), (read.All.Bands[7].Resolved, read.All.Bands[7].Confirmed, read.All.Bands[7].Told));
        // Of another time, what was then the last.
        var before = (await ReadAsync(site, site.Supervisor, to: TestSite.Start.AddDays(-25))).Value!;
        Assert.Equal((1, 0), (before.All.Total.Resolved, before.All.Total.Confirmed));
    }

    private static Task<Answer<SiteCalibration>> ReadAsync(TestSite site, Actor actor, DateTimeOffset? from = null, DateTimeOffset? to = null) =>
        site.Get<MatchCalibration>().ReadAsync(from, to, actor, TestContext.Current.CancellationToken);

    /// <summary>Stores hits, each in an encounter of its own, as many days old as they say.</summary>
    private static async Task HitsAsync(TestSite site, params Told[] hits)
    {
        await Lists.ImportAsync(site, Lists.Person("SPEi.7", "Bashar SPECIMENOV", "1975-02-03"));
        var encounter = await site.PresentAsync(Specimens.Passport("U00000001", "SPECIMENOV", "BASHAR", born: "1975-02-03"));
        await using var db = site.Get<BorderStorage>().Open();
        var cancellation = TestContext.Current.CancellationToken;
        var content = (await db.Encounters.SingleAsync(cancellation)).Content;
        await db.Hits.ExecuteDeleteAsync(cancellation);
        foreach (var (place, hit) in hits.Index())
        {
            var at = site.Clock.GetUtcNow().AddDays(-hit.Age).AddSeconds(-1);
            var row = new EncounterRow
            {
                Id = Guid.CreateVersion7(),
                Port = hit.Port,
                Counter = "1",
                Direction = Direction.Entry,
                Advice = Advice.AdviceLevel.Refer,
                OpenedAt = at,
                OpenedBy = "officer1",
                TravellerId = hit.Traveller ?? Guid.CreateVersion7(),
                State = hit.IsLeft ? EncounterState.Superseded : EncounterState.Decided,
                Content = content,
            };
            db.Encounters.Add(row);
            db.Hits.Add(new HitRow
            {
                Id = Guid.CreateVersion7(),
                EncounterId = row.Id,
                Port = hit.Port,
                FoundAt = at,
                List = hit.List,
                ListVersion = 1,
                Reference = hit.Reference ?? $"SPEi.{place}",
                PrimaryName = "Bashar SPECIMENOV",
                Match = JsonSerializer.Serialize(encounter.Hits[0].Match with { Score = hit.Score }, BorderJson.Default.Hit),
                State = hit.State,
                ResolvedAt = hit.State is HitState.Confirmed or HitState.Dismissed ? at : null,
                ResolvedBy = hit.State is HitState.Confirmed or HitState.Dismissed ? "supervisor1" : null,
            });
        }
        await db.SaveChangesAsync(cancellation);
    }

    private sealed record Told(string List, double Score, HitState State)
    {
        public int Age { get; init; }

        public string Port { get; init; } = "PKKHI";

        public Guid? Traveller { get; init; }

        public string? Reference { get; init; }

        public bool IsLeft { get; init; }
    }
}
