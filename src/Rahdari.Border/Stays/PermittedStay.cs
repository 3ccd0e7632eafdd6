using Rahdari.Border.Permissions;

namespace Rahdari.Border.Stays;

/// <summary>Until when a stay is permitted: what the officer granted on entry, or an extension that goes further.</summary>
internal static class PermittedStay
{
    /// <summary>The last day and the extension that set it.</summary>
    /// <param name="granted">On entry; null where none was counted, and then nothing is to be extended.</param>
    /// <param name="extensions">Those decided during the stay, in any order; revoked ones do not count.</param>
    public static (DateOnly? Until, StayExtension? Extension) Of(DateOnly? granted, IEnumerable<StayExtension> extensions)
    {
        if (granted is not { } until)
            return (null, null);
        var furthest = extensions.Where(x => x.RevokedAt is null && x.Until > until).OrderByDescending(x => x.Until).ThenBy(x => x.RecordedAt).FirstOrDefault();
        return furthest is null ? (until, null) : (furthest.Until, furthest);
    }

    /// <summary>An extension as a page names it.</summary>
    public static string Name(StayExtension extension) => $"{extension.Authority} {extension.Reference}";
}
