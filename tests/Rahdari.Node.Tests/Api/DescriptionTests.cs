using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Rahdari.Node.Tests.Api;

public sealed partial class DescriptionTests
{
    [Fact]
    public async Task The_API_describes_every_one_of_its_routes_with_what_it_takes_and_answers()
    {
        await using var site = await RunningSite.StartAsync();
        var client = await site.SignInAsync(Roles.Officer);
        var document = (await client.GetAsync("/openapi/v1.json")).Json;
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString());
        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(o => (Name: $"{o.Name.ToUpperInvariant()} {path.Name}", Operation: o.Value)))
            .ToDictionary(o => o.Name, o => o.Operation);
        var routes = site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {Constraint().Replace(e.RoutePattern.RawText!, "{$1}").TrimEnd('/')}"));
        Assert.Equal(routes.Order(), operations.Keys.Select(k => k.TrimEnd('/')).Order());

        foreach (var (name, operation) in operations)
        {
            Assert.True(operation.TryGetProperty("summary", out _) && operation.TryGetProperty("description", out _) && operation.GetProperty("tags").GetArrayLength() == 1, name);
            var answers = operation.GetProperty("responses");
            Assert.True(answers.TryGetProperty("200", out _) || answers.TryGetProperty("204", out _), name);
            Assert.True(answers.GetProperty("400").GetProperty("content").TryGetProperty("application/problem+json", out _), name);
            Assert.Equal(name != "POST /api/v1/session", operation.TryGetProperty("security", out var security) && security.GetArrayLength() == 1);
        }
    }

    [Fact]
    public async Task Words_dates_and_the_idempotency_key_are_described_as_a_client_must_write_them()
    {
        await using var site = await RunningSite.StartAsync();
        var document = (await (await site.SignInAsync(Roles.Officer)).GetAsync("/openapi/v1.json")).Json;
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.Equal(["entry", "exit"], Words(schemas.GetProperty("Direction")));
        Assert.Equal("string", schemas.GetProperty("Direction").GetProperty("type").GetString());
        var born = Resolved(schemas.GetProperty("MrzFields").GetProperty("properties").GetProperty("dateOfBirth"));
        Assert.Equal("string", born.GetProperty("type").GetString());
        var pattern = born.GetProperty("pattern").GetString()!;
        Assert.All(new[] { "1971-08-14", "1971-08", "1971", "1971-XX-14", "XXXX" }, date => Assert.Matches(pattern, date));
        Assert.All(new[] { "14.8.1971", "71-08", "1971-8" }, date => Assert.DoesNotMatch(pattern, date));
        var span = schemas.GetProperty("ListedPerson").GetProperty("properties").GetProperty("birthDates").GetProperty("items").GetProperty("pattern").GetString()!;
        Assert.All(new[] { "1971-08-14", "1960~", "1968/1970", "1968~/1970~", "1971-XX-14" }, date => Assert.Matches(span, date));

        // By what an alien may enter, and by what they do.
        Assert.True(schemas.GetProperty("Encounter").GetProperty("properties").TryGetProperty("entry", out _));
        Assert.True(schemas.GetProperty("Decision").GetProperty("properties").TryGetProperty("permission", out _));
        var option = schemas.GetProperty("EntryOption").GetProperty("properties");
        Assert.All(new[] { "key", "permissionId", "class", "kind", "title", "number", "until", "entriesLeft", "against" }, name => Assert.True(option.TryGetProperty(name, out _), name));
        Assert.Equal(["residence", "visaFree", "crew", "borderPermit", "visa", "transit", "onArrival"], Words(schemas.GetProperty("PermissionKind")));

        var decision = Operation("/api/v1/encounters/{id}/decision", "post");
        var key = decision.GetProperty("parameters").EnumerateArray().Single(p => p.GetProperty("in").GetString() == "header");
        Assert.Equal("Idempotency-Key", key.GetProperty("name").GetString());
        Assert.True(key.GetProperty("required").GetBoolean());
        Assert.Equal(64, key.GetProperty("schema").GetProperty("maxLength").GetInt32());

        var filters = Operation("/api/v1/crossings", "get").GetProperty("parameters").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!);
        Assert.Equal(
            ["conveyance", "conveyanceDay", "conveyanceKind", "counter", "direction", "documentNumber", "from", "nationality", "offset", "outcome", "surname", "take", "to", "travellerId"],
            filters.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["admitted", "departed", "refused", "annulled"], Words(Resolved(filters["outcome"].GetProperty("schema"))));
        Assert.True(Operation("/api/v1/watchlists/{publisher}/import", "post").GetProperty("requestBody").GetProperty("content").TryGetProperty("multipart/form-data", out _));
        Assert.True(schemas.GetProperty("ProblemDetails").GetProperty("properties").TryGetProperty("code", out _));
        // Nothing is left that a client could not tell the shape of.
        Assert.All(schemas.EnumerateObject(), s => Assert.True(s.Value.TryGetProperty("type", out _) || s.Value.TryGetProperty("enum", out _), s.Name));
        var required = schemas.GetProperty("Presentation").GetProperty("required").EnumerateArray().Select(r => r.GetString());
        Assert.Equal(["counter", "direction", "mrz"], required.Order());

        JsonElement Operation(string path, string method) => document.GetProperty("paths").EnumerateObject().Single(p => p.Name.TrimEnd('/') == path).Value.GetProperty(method);

        JsonElement Resolved(JsonElement schema) => schema.TryGetProperty("$ref", out var reference) ? schemas.GetProperty(reference.GetString()!.Split('/')[^1]) : schema;

        static IEnumerable<string?> Words(JsonElement schema) => schema.GetProperty("enum").EnumerateArray().Select(w => w.GetString());
    }

    [Fact]
    public async Task The_page_of_the_API_is_made_of_the_sites_own_files()
    {
        await using var site = await RunningSite.StartAsync();
        var client = await site.SignInAsync(Roles.Auditor);
        var page = await client.GetAsync("/api/docs/");
        Assert.Equal(200, page.Status);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", page.Body);
        var nonce = Nonce().Match(page.Headers["Content-Security-Policy"]).Groups[1].Value;
        Assert.Contains($"nonce=\"{nonce}\"", page.Body);
        Assert.DoesNotContain(nonce, (await client.GetAsync("/api/docs/")).Body);
        foreach (Match script in Script().Matches(page.Body))
        {
            var file = await client.GetAsync("/api/docs/" + script.Groups[1].Value);
            Assert.Equal((200, "text/javascript"), (file.Status, file.MediaType));
        }
    }

    [GeneratedRegex(@"\{(\w+):[^{}]*\}")]
    private static partial Regex Constraint();

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("src=\"([^\"]+)\"")]
    private static partial Regex Script();
}
