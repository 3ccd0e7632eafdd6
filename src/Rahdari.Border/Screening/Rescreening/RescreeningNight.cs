namespace Rahdari.Border.Screening.Rescreening;

/// <summary>When a night's run is due.</summary>
internal static class RescreeningNight
{
    /// <summary>The last instant, now or before, at which it was the hour at a place.</summary>
    public static DateTimeOffset LastHour(DateTimeOffset now, TimeZoneInfo zone, int hour)
    {
        for (var day = TimeZoneInfo.ConvertTime(now, zone).Date; ; day = day.AddDays(-1))
        {
            var local = day.AddHours(hour);
            if (zone.IsInvalidTime(local))
                local = local.AddHours(1); // The clock was put forward over it.
            if (new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, zone)) is var instant && instant <= now)
                return instant;
        }
    }
}
