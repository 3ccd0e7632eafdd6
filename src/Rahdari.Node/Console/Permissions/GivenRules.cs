using Microsoft.AspNetCore.Http;

namespace Rahdari.Node.Console.Permissions;

/// <summary>Rules of entry as a form gives them.</summary>
public sealed class GivenRules
{
    /// <summary>The file.</summary>
    public IFormFile? File { get; set; }

    /// <summary>Why they are published.</summary>
    public string? Reason { get; set; }
}
