using Rahdari.Border.Permissions;
using Rahdari.Cli.Output;
using Rahdari.Documents.Findings;

namespace Rahdari.Cli.Demo;

/// <summary>The specimen rules of entry, and what missions and the passport office gave the specimen travellers.</summary>
internal static class DemoVisas
{
    /// <summary>Publishes and records them; the rule that one of them broke, or null.</summary>
    public static async Task<Finding?> RecordAsync(SiteSession session, SampleTravellers samples, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        using (var resource = typeof(DemoVisas).Assembly.GetManifestResourceStream("entry-rules.json")!)
            await resource.CopyToAsync(bytes, cancellation);
        var rules = EntryRulesFile.Read(bytes.ToArray());
        if (!rules.Succeeded)
            return rules.Problem;
        var published = await session.Get<EntryRulesRegister>().PublishAsync(rules.Value, "Specimen rules of the demonstration", Actor.CommandLine, cancellation);
        if (!published.Succeeded)
            return published.Problem;
        foreach (var permission in samples.Permissions())
        {
            if (await session.Get<PermissionRegister>().IssueAsync(permission, Actor.CommandLine, cancellation) is { Succeeded: false, Problem: var problem })
                return problem;
        }
        foreach (var extension in samples.Extensions())
        {
            if (await session.Get<ExtensionRegister>().GrantAsync(extension, Actor.CommandLine, cancellation) is { Succeeded: false, Problem: var problem })
                return problem;
        }
        return null;
    }
}
