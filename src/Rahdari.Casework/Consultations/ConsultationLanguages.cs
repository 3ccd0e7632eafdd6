namespace Rahdari.Casework.Consultations;

/// <summary>The languages in which consultations are answered, by ISO 639 code, each by its own name.</summary>
public static class ConsultationLanguages
{
    /// <summary>Code and name.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [
        ("ur", "اردو"), ("en", "English"), ("pa", "پنجابی"), ("sd", "سنڌي"), ("ps", "پښتو"), ("bal", "بلوچی"), ("skr", "سرائیکی"), ("brh", "براہوئی"), ("hnd", "ہندکو"), ("bft", "بلتی"), ("scl", "شینا"),
    ];

    /// <summary>True where it is one of them.</summary>
    public static bool Is(string? code) => All.Any(language => language.Code == code);
}
