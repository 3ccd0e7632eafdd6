using System.Net.Http.Json;
using System.Text.Json;

namespace Rahdari.Node.Tests;

/// <summary>A client of a site over real HTTP, with cookies of its own.</summary>
internal sealed class SiteClient(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };

    /// <summary>The cookies by name; a test may take or put one.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    public Task<Reply> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Reply> PostAsync(string path, object? body = null, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null)
            request.Content = body as HttpContent ?? JsonContent.Create(body);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return SendAsync(request);
    }

    public async Task<Reply> SendAsync(HttpRequestMessage request, CancellationToken? cancellation = null)
    {
        using var sent = request;
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        using var answer = await http.SendAsync(request, cancellation ?? TestContext.Current.CancellationToken);
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.ToArray() : [];
        foreach (var cookie in cookies)
            Take(cookie);
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Reply((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), headers, cookies);
    }

    public void Dispose() => http.Dispose();

    private void Take(string setCookie)
    {
        var pair = setCookie.Split(';')[0].Split('=', 2);
        if (pair[1].Length == 0)
            Cookies.Remove(pair[0]);
        else
            Cookies[pair[0]] = pair[1];
    }
}

/// <summary>What a site answered.</summary>
internal sealed record Reply(int Status, string Body, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> SetCookies)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string? MediaType => Headers.TryGetValue("Content-Type", out var type) ? type.Split(';')[0] : null;

    /// <summary>The code of the rule in a problem.</summary>
    public string? Code => MediaType == "application/problem+json" && Json.TryGetProperty("code", out var code) ? code.GetString() : null;
}
