using Rahdari.Border.Conveyances;

namespace Rahdari.Border.Sites;

/// <summary>What a site is: its name, port, counters and rules. One JSON file in the site's folder.</summary>
public sealed record SiteSettings
{
    /// <summary>What the site is for; told once, when it is made.</summary>
    public SiteKind Kind { get; init; }

    /// <summary>The node's name, unique in the country: 3 to 32 of a–z, 0–9 and hyphen. It stands in every signed record; a training site's begins with <c>training-</c>, and no other's.</summary>
    public required string Node { get; init; }

    /// <summary>The port (UN/LOCODE, e.g. <c>PKKHI</c>).</summary>
    public required string Port { get; init; }

    /// <summary>The port's name as shown, in English.</summary>
    public required string PortName { get; init; }

    /// <summary>The counters, by name.</summary>
    public required IReadOnlyList<string> Counters { get; init; }

    /// <summary>By what most travellers come and go: what a counter begins with.</summary>
    public ConveyanceKind Conveyance { get; init; } = ConveyanceKind.Flight;

    /// <summary>The chip readers that are plugged into this machine, by counter, as PC/SC names them (<c>pcsc_scan -r</c> of Debian's pcsc-tools).</summary>
    public IReadOnlyDictionary<string, string> Readers { get; init; } = new Dictionary<string, string>();

    /// <summary>The IANA time zone in which the port's days begin and times are shown.</summary>
    public string TimeZone { get; init; } = "Asia/Karachi";

    /// <summary>The State whose border this is (Doc 9303-3 §5 code); its nationals have no stay to count.</summary>
    public string Country { get; init; } = "PAK";

    /// <summary>Days that an alien may stay unless the officer grants other.</summary>
    public int DefaultStayDays { get; init; } = 30;

    /// <summary>Days for which a traveller whose hit is dismissed is vetted, unless the supervisor says other; null where there is no end.</summary>
    public int? VettedDays { get; init; }

    /// <summary>The hour at the port, 0 to 23, at which everybody in the country is screened again where a list or the policy has changed; null for never by itself.</summary>
    public int? RescreeningHour { get; init; } = 2;

    /// <summary>The hour at the port, 0 to 23, at which the record of crossings is searched for indicators, where any are published; null for never by itself.</summary>
    public int? IndicatorsHour { get; init; } = 1;

    /// <summary>The hour at the port, 0 to 23, at which what is past its time is purged, by the schedule of retention; null for never by itself.</summary>
    public int? PurgeHour { get; init; }

    /// <summary>Days after a flight's arrival for which it is kept who was announced on it.</summary>
    public int AdvanceDays { get; init; } = 30;

    /// <summary>The folder that carriers' lists come into by other programs (SFTP, mail, a gateway); null where none is watched.</summary>
    public string? AdvanceFolder { get; init; }

    /// <summary>Under this age (years) a traveller is a minor.</summary>
    public int AgeOfMajority { get; init; } = 18;

    /// <summary>True where every user must set up an authenticator before any work.</summary>
    public bool AuthenticatorRequired { get; init; } = true;

    /// <summary>True for a demonstration with specimen travellers; the console says so on every page.</summary>
    public bool Demonstration { get; init; }

    /// <summary>The instant at which a day begins at the port; UTC. Where clocks are put forward at midnight, the first moment that exists.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The calendar day at the port.</summary>
    public DateOnly LocalDay(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);
}
