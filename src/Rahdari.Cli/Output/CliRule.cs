using Rahdari.Documents.Findings;

namespace Rahdari.Cli.Output;

/// <summary>Every rule of the command line's own; the sentences stand in the resources by the same code.</summary>
/// <param name="Code">The stable code.</param>
internal sealed record CliRule(string Code)
{
    public static readonly CliRule Usage = new("USAGE");
    public static readonly CliRule FileNotFound = new("FILE_NOT_FOUND");
    public static readonly CliRule CertificateInvalid = new("CERTIFICATE_INVALID");
    public static readonly CliRule NoInput = new("INPUT_MISSING");
    public static readonly CliRule DateInvalid = new("DATE_INVALID");
    public static readonly CliRule StateInvalid = new("STATE_INVALID");
    public static readonly CliRule ListArgument = new("LIST_ARGUMENT_INVALID");
    public static readonly CliRule ListFiles = new("LIST_FILES_AMBIGUOUS");
    public static readonly CliRule PolicyFile = new("POLICY_FILE_INVALID");
    public static readonly CliRule ExitFile = new("EXIT_FILE_INVALID");
    public static readonly CliRule PasswordMissing = new("PASSWORD_MISSING");
    public static readonly CliRule AddressInUse = new("ADDRESS_IN_USE");
    public static readonly CliRule AddressInvalid = new("ADDRESS_INVALID");
    public static readonly CliRule Storage = new("STORAGE_FAILED");
    public static readonly CliRule Defect = new("PROGRAM_FAULT");
    public static readonly CliRule Cancelled = new("CANCELLED");

    /// <summary>The finding that this rule is broken.</summary>
    public Finding Broken(string? field = null, params ReadOnlySpan<(string Name, string Value)> evidence) =>
        Finding.Of(Code, Severity.Warning, field, evidence);
}
