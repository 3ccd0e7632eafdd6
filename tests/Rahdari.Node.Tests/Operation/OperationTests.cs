using Rahdari.Border;

namespace Rahdari.Node.Tests.Operation;

public sealed class OperationTests
{
    [Fact]
    public async Task Everyone_may_ask_whether_the_site_is_well_and_learns_nothing_else()
    {
        await using var site = await RunningSite.StartAsync();
        var client = site.Client();
        Assert.Equal("Healthy", (await client.GetAsync("/health/live")).Body);
        Assert.Equal(200, (await client.GetAsync("/health/ready")).Status);
        Assert.Equal("Degraded", (await client.GetAsync("/health/ready")).Json.GetProperty("status").GetString());
        await site.ListAsync(("SP.1", "Somebody Else", "1950"));
        var ready = await client.GetAsync("/health/ready");
        Assert.Equal("Healthy", ready.Json.GetProperty("status").GetString());
        Assert.DoesNotContain("Somebody", ready.Body);
    }

    [Fact]
    public async Task A_browser_is_told_to_run_nothing_foreign_to_frame_nothing_and_to_keep_nothing()
    {
        await using var site = await RunningSite.StartAsync();
        var client = await site.SignInAsync(Roles.Officer);
        foreach (var path in new[] { "/api/v1/site", "/api/v1/no-such-thing", "/api/v1/crossings?from=never", "/health/live", "/api/docs/" })
        {
            var headers = (await client.GetAsync(path)).Headers;
            Assert.Contains("default-src 'self'", headers["Content-Security-Policy"]);
            Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"]);
            Assert.DoesNotContain("script-src 'self' 'unsafe", headers["Content-Security-Policy"]);
            Assert.Equal("DENY", headers["X-Frame-Options"]);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.Contains("no-store", headers["Cache-Control"]);
        }
    }
}
