using Rahdari.Border.Permissions;
using Rahdari.Node.Console.Shared;

namespace Rahdari.Node.Console.Permissions;

/// <summary>An extension of a stay as a form gives it.</summary>
public sealed class GivenExtension
{
    /// <summary>Who granted it.</summary>
    public string? Authority { get; set; }

    /// <summary>The authority's reference.</summary>
    public string? Reference { get; set; }

    /// <summary>The State that issued the document.</summary>
    public string? IssuingState { get; set; }

    /// <summary>The document's number.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>The day of the decision.</summary>
    public string? DecidedOn { get; set; }

    /// <summary>The last day of the stay now.</summary>
    public string? Until { get; set; }

    /// <summary>Where it is laid down, or why.</summary>
    public string? LegalBasis { get; set; }

    /// <summary>What is given, or the text of a date that is none.</summary>
    internal (GrantedExtension? Granted, string? Wrong) Read()
    {
        if (Days.Read(DecidedOn) is not { } decided)
            return (null, DecidedOn);
        if (Days.Read(Until) is not { } until)
            return (null, Until);
        return (new GrantedExtension(
            Authority ?? "", Reference ?? "", IssuingState?.Trim().ToUpperInvariant() ?? "", DocumentNumber?.Trim().ToUpperInvariant() ?? "", decided, until, LegalBasis ?? ""), null);
    }
}
