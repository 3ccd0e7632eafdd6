namespace Rahdari.Border.Pictures;

/// <summary>The picture of a document's page, as the counter shows it.</summary>
public sealed record PictureSeen
{
    /// <summary>When it was added; UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who added it.</summary>
    public required string By { get; init; }

    /// <summary>The zone on it; empty where none was found.</summary>
    public required IReadOnlyList<string> MrzLines { get; init; }

    /// <summary>Whether a portrait was cut out.</summary>
    public required bool HasPortrait { get; init; }

    /// <summary>The digital seals among its barcodes.</summary>
    public required int Seals { get; init; }
}
