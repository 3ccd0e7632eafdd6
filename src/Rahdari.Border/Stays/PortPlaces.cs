using System.Collections.Frozen;

namespace Rahdari.Border.Stays;

/// <summary>Where ports are, in degrees north and east, to about five kilometres.</summary>
/// <remarks>Of the towns' airports as published in Pakistan's aeronautical information, rounded to a hundredth of a degree.</remarks>
internal static class PortPlaces
{
    private static readonly FrozenDictionary<string, (double Latitude, double Longitude)> Places = new Dictionary<string, (double, double)>
    {
        ["PKGWD"] = (25.23, 62.33),
        ["PKISB"] = (33.55, 72.83),
        ["PKKHI"] = (24.91, 67.16),
        ["PKLHE"] = (31.52, 74.40),
        ["PKLYP"] = (31.37, 72.99),
        ["PKMUX"] = (30.20, 71.42),
        ["PKPEW"] = (33.99, 71.51),
        ["PKSKT"] = (32.54, 74.36),
        ["PKTUK"] = (25.99, 63.03),
        ["PKUET"] = (30.25, 66.94),
    }.ToFrozenDictionary();

    /// <summary>The place of a port (UN/LOCODE), or null.</summary>
    public static (double Latitude, double Longitude)? Find(string port) => Places.TryGetValue(port, out var place) ? place : null;
}
