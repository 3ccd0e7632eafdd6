using Rahdari.Border.Indicators;

namespace Rahdari.Border.Tests.Indicators;

/// <summary>Sites where the sample's indicators are in force.</summary>
internal static class IndicatorSites
{
    public static readonly string SampleFile = Path.Combine(AppContext.BaseDirectory, "indicators", "indicators.json");

    public static IReadOnlyList<Indicator> Sample { get; } = Succeed(IndicatorSetFile.Read(File.ReadAllBytes(SampleFile)));

    public static async Task<TestSite> OpenAsync(string engine = TestSite.Sqlite)
    {
        var site = await TestSite.OpenAsync(engine);
        Succeed(await site.Get<IndicatorRegister>().PublishAsync(Sample, "specimen", site.ListManager, TestContext.Current.CancellationToken));
        return site;
    }

    public static T Succeed<T>(Answer<T> answer)
        where T : class
    {
        Assert.True(answer.Succeeded, answer.Problem?.ToString());
        return answer.Value;
    }
}
