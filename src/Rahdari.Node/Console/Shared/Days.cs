using System.Globalization;

namespace Rahdari.Node.Console.Shared;

/// <summary>Days as they are typed: 2026-11-25.</summary>
internal static class Days
{
    public const string Form = "yyyy-MM-dd";

    /// <summary>The day, or null where the text is none.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The day as text; empty where there is none.</summary>
    public static string Text(DateOnly? day) => day?.ToString(Form, CultureInfo.InvariantCulture) ?? "";
}
