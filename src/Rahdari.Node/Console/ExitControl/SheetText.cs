using System.Globalization;
using System.Resources;
using Rahdari.Node.Console.Texts;

namespace Rahdari.Node.Console.ExitControl;

/// <summary>The texts of a help sheet in one language, whatever language the page is read in: the sheet carries both.</summary>
/// <param name="Language"><c>en</c> or <c>ur</c>.</param>
/// <param name="Direction">The direction of writing.</param>
internal sealed record SheetText(string Language, string Direction)
{
    private static readonly ResourceManager Resources = new("Rahdari.Node.Console.Texts.ConsoleText", typeof(ConsoleText).Assembly);

    /// <summary>English and Urdu, as they stand on a sheet.</summary>
    public static IReadOnlyList<SheetText> Both { get; } = [new("en", "ltr"), new("ur", "rtl")];

    /// <summary>What a worker is to know, in this order.</summary>
    public static IReadOnlyList<string> Rights { get; } =
        ["SheetRegistered", "SheetPassport", "SheetContract", "SheetWages", "SheetFees", "SheetLeave", "SheetTrouble"];

    /// <summary>A text.</summary>
    public string this[string key] => Resources.GetString(key, CultureInfo.GetCultureInfo(Language)) ?? throw new InvalidOperationException($"No text is called '{key}'.");
}
