using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Sites;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;

namespace Rahdari.Node.Api;

/// <summary>Documents without a traveller: nothing is stored and nobody's record is read.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder api) =>
        api.MapGroup("/documents").WithTags("Documents").RequireAuthorization()
            .MapPost("/inspection", Inspect).WithSummary("Inspect a machine readable zone")
            .WithDescription("Every signed-in user. Reads the fields exactly as printed and tells every finding, worst first, with a sentence in the language of the request. Nothing is stored.");

    private static Ok<InspectedDocument> Inspect(DocumentText document, SiteSettings settings, TimeProvider clock)
    {
        var today = document.On ?? settings.LocalDay(clock.GetUtcNow());
        var reading = MrzReader.Read(document.Mrz, today);
        var findings = DocumentInspector.Inspect(reading, today).Select(ToldFinding.Of);
        return TypedResults.Ok(new InspectedDocument(reading.Lines, reading.Fields, [.. findings]));
    }
}

/// <summary>A machine readable zone to be inspected.</summary>
/// <param name="Mrz">The lines as scanned, pasted or typed; at most 1,000 characters.</param>
/// <param name="On">The day as of which to inspect; today at the port where null.</param>
internal sealed record DocumentText(string Mrz, DateOnly? On = null);

/// <summary>A document as read and inspected.</summary>
/// <param name="Lines">The lines as read.</param>
/// <param name="Fields">The fields; null where the text is no machine readable zone (then a finding says why).</param>
/// <param name="Findings">Every finding, worst first.</param>
internal sealed record InspectedDocument(IReadOnlyList<string> Lines, MrzFields? Fields, IReadOnlyList<ToldFinding> Findings);

/// <summary>A finding with its sentence.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Field">The field concerned, or null.</param>
/// <param name="Evidence">What was seen, by name.</param>
/// <param name="Sentence">The sentence in the language of the request.</param>
internal sealed record ToldFinding(string Code, Severity Severity, string? Field, IReadOnlyDictionary<string, string> Evidence, string Sentence)
{
    public static ToldFinding Of(Finding finding) =>
        new(finding.Code, finding.Severity, finding.Field, finding.Evidence, NodeSentences.Of(finding, CultureInfo.CurrentUICulture));
}
