namespace Rahdari.Node.Console.Links;

/// <summary>What a supervisor says of a link.</summary>
public sealed class LinkDecision
{
    /// <summary>The link, where a page shows several.</summary>
    public Guid Link { get; set; }

    /// <summary>What it becomes.</summary>
    public string? State { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}
