using Rahdari.Casework.Cases;
using Rahdari.Casework.Laws;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Funnels;

/// <summary>
/// Cases that reproduce what was reported of Pakistan in 2003, the first year of the Ordinance of 2002: 649 cases registered, 521 people arrested, 257 cases sent to court, 22
/// convictions. Nobody in it is anybody. What the report does not tell is not made up: <see cref="Funnel.Unknown"/> names it. Pure.
/// </summary>
public static class Specimen2003
{
    private const string Law = "PCHTO-2002";
    private const string Circle = "NOT-TOLD";
    private const int Registered = 649;
    private const int Arrested = 521;
    private const int InCourt = 257;
    private const int Convicted = 22;

    /// <summary>The last day that the report covers.</summary>
    public static DateOnly AsOf { get; } = new(2003, 12, 31);

    /// <summary>The events of each case; every one obeys the rules that any case obeys.</summary>
    public static IReadOnlyList<IReadOnlyList<CaseEvent>> Cases() => [.. Enumerable.Range(0, Registered).Select(Events)];

    /// <summary>The funnel, without what its dates would feign: when in the year anything happened is not told.</summary>
    public static Funnel Funnel()
    {
        var counted = FunnelCount.Of(Cases().Select(events => CaseHistory.Of(events, _ => LawBooks.Shipped)), new FunnelFilter { Year = AsOf.Year }, LawBooks.Shipped, AsOf);
        return counted with
        {
            Lying = [.. counted.Lying.Select(lying => lying with { MedianDays = null, LongestDays = null, Overdue = null })],
            Durations = [],
            Unknown =
            [
                .. counted.Unknown.Where(unknown => unknown != FunnelUnknown.SilentCases),
                FunnelUnknown.DatesInTheYear, FunnelUnknown.PeopleACase, FunnelUnknown.WhatAConvictionIs, FunnelUnknown.CompensationNotTold, FunnelUnknown.EndOfTheOthers,
            ],
        };
    }

    private static CaseEvent[] Events(int index)
    {
        var day = new DateOnly(AsOf.Year, 1, 1).AddDays(index * 364 / Registered);
        var accused = Key(index, 0xA);
        var section = LawBooks.Shipped.Find(Law)!.Offences[0].Section;
        Charge[] charges = [new(accused, Law, section)];
        List<CaseFact> facts =
        [
            new Opened(Law, Circle, FunnelFilter.ProvinceNotTold, CaseOrigin.OwnEnquiry, IsCrossBorder: true, [ExploitationForm.Unknown]) { Day = day },
            new FirRegistered($"SPECIMEN-{index + 1}", "Not told") { Day = day },
            new OffenceAdded(Law, section) { Day = day },
        ];
        if (index < Arrested)
        {
            facts.Add(new AccusedNamed(accused, $"SPECIMEN {index + 1}", Sex.Unspecified, AgeGroup.Unknown, AccusedRole.Unknown) { Day = day });
            facts.Add(new Arrested(accused, "Not told") { Day = day });
        }
        if (index < InCourt)
            facts.Add(new ChallanSubmitted("Not told", IsFinal: true, charges) { Day = day });
        if (index < Convicted)
        {
            facts.Add(new ChargeFramed(charges) { Day = day });
            facts.Add(new VerdictGiven(charges[0], Verdict.Convicted) { Day = day });
        }
        var number = $"{Circle}/{AsOf.Year}/{index + 1:0000}";
        var at = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        return [.. facts.Select((fact, i) => new CaseEvent(Key(index, i + 0x10), Key(index, 0xC), i + 1, at, "specimen", 0, fact, i == 0 ? number : null))];
    }

    /// <summary>The same key whenever it is made.</summary>
    private static Guid Key(int index, int what) => new(index, 0, (short)what, [0x80, 0, 0, 0, 0, 0, 0, 0]);
}
