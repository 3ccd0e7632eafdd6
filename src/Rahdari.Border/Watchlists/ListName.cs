using System.Text.RegularExpressions;

namespace Rahdari.Border.Watchlists;

/// <summary>What a list that no publisher named may be called: small letters, digits and hyphens, a letter first, 40 at most, and neither a form's name nor a page's.</summary>
internal static class ListName
{
    private static readonly Regex Form = new("^[a-z][a-z0-9-]{0,39}$", RegexOptions.NonBacktracking);

    /// <summary>Pages beside those of the lists.</summary>
    private static readonly string[] Taken = ["import", "policy", "held", "calibration", ExitControl.OrderList.Name];

    /// <summary>True where a list could be called so, by a publisher or a site.</summary>
    public static bool IsName(string name) => Form.IsMatch(name);

    /// <summary>True where a list may be called so.</summary>
    public static bool IsFree(string name) => IsName(name) && !ListForm.Codes.Contains(name) && !Taken.Contains(name);
}
