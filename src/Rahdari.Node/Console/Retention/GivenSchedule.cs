using Microsoft.AspNetCore.Http;

namespace Rahdari.Node.Console.Retention;

/// <summary>A schedule of retention as a form gives it.</summary>
public sealed class GivenSchedule
{
    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }

    /// <summary>Why it is published.</summary>
    public string? Reason { get; set; }
}
