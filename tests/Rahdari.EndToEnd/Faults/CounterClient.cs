using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.EndToEnd.Faults;

/// <summary>A counter's program: presents travellers and records their crossings over HTTP, sending again whatever was not answered.</summary>
internal sealed class CounterClient(HttpClient http, Func<Task>? signInAgain = null)
{
    private const string TooOld = "ENCOUNTER_TOO_OLD";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestOutage = TimeSpan.FromMinutes(5);

    private int repeated;
    private int replayed;
    private int acknowledged;

    /// <summary>The id of the crossing that each idempotency key was answered with.</summary>
    public ConcurrentDictionary<string, Guid> Acknowledged { get; } = [];

    /// <summary>How many crossings were acknowledged so far.</summary>
    public int Count => Volatile.Read(ref acknowledged);

    /// <summary>Requests that had to be sent again.</summary>
    public int Repeated => repeated;

    /// <summary>Of them, those that had been recorded all the same.</summary>
    public int Replayed => replayed;

    /// <summary>Records one traveller's entry, or exit.</summary>
    public async Task RecordAsync(int number, bool isExit = false)
    {
        var mrz = string.Join('\n', MrzComposer.Compose(Specimen(number)));
        var key = $"specimen-{(isExit ? "exit" : "key")}-{number:D6}";
        JsonElement decided;
        do
        {
            var encounter = await SendAsync(() => Post("/api/v1/encounters", new { Mrz = mrz, Direction = isExit ? "exit" : "entry", Counter = "A1" }));
            var id = encounter.GetProperty("id").GetGuid();
            decided = await SendAsync(() =>
            {
                var request = Post($"/api/v1/encounters/{id}/decision", new { Kind = "pass", Reason = "A specimen" });
                request.Headers.Add("Idempotency-Key", key);
                return request;
            });
        }
        // A clock that jumped: the document is presented again, as the answer says.
        while (decided.TryGetProperty("code", out var code) && code.GetString() == TooOld);
        if (decided.GetProperty("replayed").GetBoolean())
            Interlocked.Increment(ref replayed);
        Assert.True(Acknowledged.TryAdd(key, decided.GetProperty("crossing").GetProperty("id").GetGuid()), $"{key} was answered twice.");
        Interlocked.Increment(ref acknowledged);
    }

    private static HttpRequestMessage Post(string path, object body) => new(HttpMethod.Post, path) { Content = JsonContent.Create(body) };

    /// <summary>Sends until it is answered; an answer other than success fails the test.</summary>
    private async Task<JsonElement> SendAsync(Func<HttpRequestMessage> request)
    {
        var until = DateTime.UtcNow + LongestOutage;
        while (true)
        {
            try
            {
                using var message = request();
                using var answer = await http.SendAsync(message, TestContext.Current.CancellationToken);
                var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                if (answer.StatusCode == HttpStatusCode.Unauthorized && signInAgain is not null)
                {
                    await signInAgain();
                    throw new IOException("signed in anew");
                }
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                    throw new IOException(body);
                Assert.True(answer.IsSuccessStatusCode || (signInAgain is not null && body.Contains(TooOld, StringComparison.Ordinal)), $"{(int)answer.StatusCode}: {body}");
                return JsonDocument.Parse(body).RootElement;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && DateTime.UtcNow < until && !TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                Interlocked.Increment(ref repeated);
                await Task.Delay(Pause, TestContext.Current.CancellationToken);
            }
        }
    }

    internal static MrzFields Specimen(int number) => new()
    {
        Format = MrzFormat.TD3,
        DocumentCode = "P",
        IssuingState = "UTO",
        PrimaryIdentifier = "SPECIMENA",
        SecondaryIdentifier = "KHANUM",
        NameMayBeTruncated = false,
        DocumentNumber = $"S{number:D8}",
        Nationality = "UTO",
        // Each their own, of 20,000 days: who shares name and day of birth is compared with all the others.
        DateOfBirth = PartialDate.From(new DateOnly(1960, 1, 1).AddDays(number * 11 % 20_000)),
        Sex = Sex.Female,
        DateOfExpiry = PartialDate.From(DateOnly.FromDateTime(DateTime.UtcNow).AddYears(3)),
        OptionalData = [],
    };
}
