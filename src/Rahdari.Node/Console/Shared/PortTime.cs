using System.Globalization;
using Rahdari.Border.Sites;

namespace Rahdari.Node.Console.Shared;

/// <summary>Instants as they are shown at the port: its own time, written 2026-11-25 14:05. Thread-safe.</summary>
internal sealed class PortTime(SiteSettings settings, TimeProvider clock)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    /// <summary>The zone with its distance from UTC: <c>Asia/Karachi, UTC+05:00</c>.</summary>
    public string Zone
    {
        get
        {
            var offset = zone.GetUtcOffset(clock.GetUtcNow());
            return $"{settings.TimeZone}, UTC{(offset < TimeSpan.Zero ? '−' : '+')}{offset:hh\\:mm}";
        }
    }

    /// <summary>Today at the port.</summary>
    public DateOnly Today => settings.LocalDay(clock.GetUtcNow());

    /// <summary>Day and minute at the port.</summary>
    public string Minute(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Day and second at the port.</summary>
    public string Second(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The instant at which a day begins at the port.</summary>
    public DateTimeOffset Begins(DateOnly day)
    {
        if (day == DateOnly.MinValue)
            return DateTimeOffset.MinValue; // East of Greenwich it begins before time does.
        return settings.StartOf(day);
    }

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);
}
