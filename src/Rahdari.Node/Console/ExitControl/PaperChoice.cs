namespace Rahdari.Node.Console.ExitControl;

/// <summary>Which consent or clearance is taken back, and why.</summary>
public sealed class PaperChoice
{
    /// <summary>Its key.</summary>
    public string? Id { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}
