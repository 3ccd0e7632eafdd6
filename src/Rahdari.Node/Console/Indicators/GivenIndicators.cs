using Microsoft.AspNetCore.Http;

namespace Rahdari.Node.Console.Indicators;

/// <summary>Indicators as a form gives them.</summary>
public sealed class GivenIndicators
{
    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }

    /// <summary>Why they are published.</summary>
    public string? Reason { get; set; }
}
