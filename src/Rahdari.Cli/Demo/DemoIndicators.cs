using Rahdari.Border.Indicators;
using Rahdari.Cli.Output;
using Rahdari.Documents.Findings;

namespace Rahdari.Cli.Demo;

/// <summary>The indicators of a demonstration: the sample's.</summary>
internal static class DemoIndicators
{
    /// <summary>Publishes them; the rule that one of them broke, or null.</summary>
    public static async Task<Finding?> PublishAsync(SiteSession session, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        using (var resource = typeof(DemoIndicators).Assembly.GetManifestResourceStream("indicators.json")!)
            await resource.CopyToAsync(bytes, cancellation);
        var indicators = IndicatorSetFile.Read(bytes.ToArray());
        if (!indicators.Succeeded)
            return indicators.Problem;
        var published = await session.Get<IndicatorRegister>().PublishAsync(indicators.Value, "Specimen set of the demonstration", Actor.CommandLine, cancellation);
        return published.Problem;
    }
}
