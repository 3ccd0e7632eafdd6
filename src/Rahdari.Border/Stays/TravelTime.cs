using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Stays;

/// <summary>Whether somebody can have come from the port of their last crossing to this one in the time between.</summary>
internal static class TravelTime
{
    /// <summary>Nothing that carries travellers is faster, from gate to gate; kilometres an hour.</summary>
    private const double Fastest = 950;

    /// <summary>Nearer than this, places and clocks are too coarse to say anything; kilometres.</summary>
    private const double Nearest = 50;

    private const double EarthRadius = 6371;

    /// <summary>The finding that a person, by any of their travellers, crossed elsewhere too short a time ago; nothing where they did not, or where it is not known where a port is.</summary>
    public static async Task<IEnumerable<Finding>> ImpossibleAsync(BorderContext db, Guid[] person, string port, DateTimeOffset now, CancellationToken cancellation)
    {
        var last = await PersonStanding.LastAsync(db, person, cancellation);
        if (last is null || last.At > now || Shortest(last.Port, port) is not { } shortest || now - last.At >= shortest)
            return [];
        return [BorderRule.ImpossibleTravel.Broken(null, ("port", last.Port), ("minutes", $"{(now - last.At).TotalMinutes:0}"), ("shortest", $"{Math.Ceiling(shortest.TotalMinutes):0}"))];
    }

    /// <summary>The shortest time in which anybody gets from one port to another; null where a place is not known or they are neighbours.</summary>
    public static TimeSpan? Shortest(string from, string to)
    {
        if (PortPlaces.Find(from) is not { } start || PortPlaces.Find(to) is not { } end)
            return null;
        var kilometres = Distance(start, end);
        return kilometres < Nearest ? null : TimeSpan.FromHours(kilometres / Fastest);
    }

    // The great circle by the haversine formula: right to half a per cent.
    private static double Distance((double Latitude, double Longitude) a, (double Latitude, double Longitude) b)
    {
        var (y, x) = (Radians(b.Latitude - a.Latitude) / 2, Radians(b.Longitude - a.Longitude) / 2);
        var h = (Math.Sin(y) * Math.Sin(y)) + (Math.Cos(Radians(a.Latitude)) * Math.Cos(Radians(b.Latitude)) * Math.Sin(x) * Math.Sin(x));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
