using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Peers;

/// <summary>How far a date of birth agrees with a listed one, for peers that compare names alone.</summary>
internal static class BirthAgreement
{
    /// <summary>1 for an equal day, a half for the same year, otherwise 0.</summary>
    public static double Of(ListedPerson listed, PartialDate born)
    {
        var agreement = 0.0;
        foreach (var span in listed.BirthDates)
        {
            if (span.IsSingle && span.From.IsComplete && span.From == born)
                return 1;
            if (born.Year is { } year && span.Earliest()?.Year <= year && span.Latest()?.Year >= year)
                agreement = 0.5;
        }
        return agreement;
    }
}
