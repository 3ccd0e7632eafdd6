namespace Rahdari.Casework.Htcds;

/// <summary>An option of a list.</summary>
/// <param name="Code">What stands in files, without blanks.</param>
/// <param name="Label">What people read, in English.</param>
public sealed record HtcdsOption(string Code, string Label);
