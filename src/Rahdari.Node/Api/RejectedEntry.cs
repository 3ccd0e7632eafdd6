namespace Rahdari.Node.Api;

/// <summary>An entry or row that could not be used.</summary>
/// <param name="Code">The rule that it breaks.</param>
/// <param name="File">The file's name.</param>
/// <param name="Line">1-based; 0 where the file as a whole is meant.</param>
/// <param name="Column">1-based; 0 where unknown.</param>
/// <param name="Field">The element or column, or null.</param>
/// <param name="Message">The sentence, in the request's language.</param>
internal sealed record RejectedEntry(string Code, string File, long Line, long Column, string? Field, string Message);
