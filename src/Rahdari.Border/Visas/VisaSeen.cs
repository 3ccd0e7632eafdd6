using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Visas;

/// <summary>The visa in the passport, as the counter shows it.</summary>
public sealed record VisaSeen
{
    /// <summary>When it was added; UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who added it.</summary>
    public required string By { get; init; }

    /// <summary>The lines as read.</summary>
    public required IReadOnlyList<string> MrzLines { get; init; }

    /// <summary>The visa, field by field.</summary>
    public required MrzFields Document { get; init; }

    /// <summary>The digital seals on it.</summary>
    public required int Seals { get; init; }
}
