namespace Rahdari.Border.ExitControl;

/// <summary>What a traveller who leaves says of the journey, or an officer sees; all of it optional.</summary>
public sealed record Leaving
{
    /// <summary>The number of the document, or the CNIC, of the adult who takes a minor out, as typed; null where nobody typed one.</summary>
    public string? Companion { get; init; }

    /// <summary>Where to, ISO 3166-1 alpha-3; null where nobody asked.</summary>
    public string? Destination { get; init; }

    /// <summary>True where the traveller says that they leave for employment.</summary>
    public bool ForWork { get; init; }

    /// <summary>As it is kept, or the rule that it breaks.</summary>
    internal static Answer<Leaving> Check(Leaving? leaving)
    {
        var kept = new Leaving
        {
            Companion = ExitPaperNumber(leaving?.Companion),
            Destination = OrderTermsRules.Code(leaving?.Destination),
            ForWork = leaving?.ForWork ?? false,
        };
        if (kept.Companion is { Length: > 40 })
            return BorderRule.CompanionInvalid.Broken("companion");
        return kept.Destination is { } state && !OrderTermsRules.IsState(state)
            ? BorderRule.DestinationUnknown.Broken("destination", ("destination", state.Length > 20 ? state[..20] : state))
            : kept;
    }

    private static string? ExitPaperNumber(string? text) => Storage.ExitPaperRow.Written(text) is { Length: > 0 } number ? number : null;
}
