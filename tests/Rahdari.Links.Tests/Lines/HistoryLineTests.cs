using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rahdari.Border;
using Rahdari.Border.Audit;
using Rahdari.Border.Received;
using Rahdari.Border.Travellers.National;
using Rahdari.Links.Lines;
using Rahdari.Links.Messages;
using Rahdari.Links.Pki;
using Rahdari.Links.Tests.Messages;
using Rahdari.Links.Tests.Pki;

namespace Rahdari.Links.Tests.Lines;

/// <summary>A port's question and headquarters' answer, with everything but the broker between them.</summary>
public sealed class HistoryLineTests
{
    private static readonly HistoryQuestion Question = new("officer1", [HistoryMessageTests.Document]);

    private static readonly KnownHistory Known = new([HistoryMessageTests.Crossing], HasMore: false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_that_headquarters_signed_for_just_this_question_counts()
    {
        await using var ends = await Ends.OpenAsync();
        using var open = ends.Open((question, _) => Task.FromResult<byte[]?>(ends.Answer(question)));
        Assert.Equal(Known.Crossings, (await ends.Line.AskAsync(Question, Cancellation))!.Crossings);
        Assert.Empty(ends.Log.Lines);
    }

    [Fact]
    public async Task What_is_not_its_word_is_no_answer_and_is_logged_without_naming_anybody()
    {
        await using var ends = await Ends.OpenAsync();
        byte[] earlier = [];
        (string Reason, Func<byte[], byte[]> Answer)[] wrong =
        [
            ("it answers another question", _ => earlier),
            ("it answers another question", _ => ends.Answer(HistoryRequest.Of(Question).Write())),
            ("it is from or for another node", question => ends.Answer(question, from: "khi-1")),
            ("it is from or for another node", question => ends.Answer(question, node: "lhe-1")),
            ("headquarters did not sign it", question => (SignedHistory.Read(ends.Answer(question))! with { Content = "{\"crossings\":[],\"hasMore\":false}"u8.ToArray() }).Write()),
            // The port's own record certificate is of the same authority, and no word of headquarters.
            ("headquarters did not sign it", question => ends.AnswerOfPort(question)),
            ("headquarters did not sign it", question => (SignedHistory.Read(ends.Answer(question))! with { Certificate = [1, 2, 3] }).Write()),
            ("it is no answer of a form that is read here", _ => [1, 2, 3]),
            ("nobody answers there, or the question was not understood", _ => []),
        ];
        using (ends.Open((question, _) => Task.FromResult<byte[]?>(earlier = ends.Answer(question))))
            Assert.NotNull(await ends.Line.AskAsync(Question, Cancellation));
        foreach (var (reason, answer) in wrong)
        {
            ends.Log.Lines.Clear();
            using var open = ends.Open((question, _) => Task.FromResult<byte[]?>(answer(question)));
            Assert.Null(await ends.Line.AskAsync(Question, Cancellation));
            var line = Assert.Single(ends.Log.Lines);
            Assert.Contains(reason, line, StringComparison.Ordinal);
            Assert.DoesNotContain("SPC", line, StringComparison.Ordinal);
            Assert.DoesNotContain("officer1", line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_nobody_answers_in_time_or_the_line_breaks_there_is_no_answer()
    {
        await using var ends = await Ends.OpenAsync();
        Assert.Null(await ends.Line.AskAsync(Question, Cancellation)); // No line.
        var never = new TaskCompletionSource<byte[]?>();
        using (ends.Open((_, _) => never.Task))
        {
            var asking = ends.Line.AskAsync(Question, Cancellation);
            ends.Sites.Clock.Advance(HistoryLine.Deadline - TimeSpan.FromMilliseconds(1));
            Assert.False(asking.IsCompleted);
            ends.Sites.Clock.Advance(TimeSpan.FromMilliseconds(1));
            Assert.Null(await asking);
        }
        using (ends.Open((_, _) => throw new IOException("SPC000001 was not sent")))
            Assert.Null(await ends.Line.AskAsync(Question, Cancellation));
        using (ends.Open((_, _) => Task.FromResult<byte[]?>(null)))
            Assert.Null(await ends.Line.AskAsync(Question, Cancellation));
        Assert.Equal(3, ends.Log.Lines.Count);
        Assert.All(ends.Log.Lines, line => Assert.DoesNotContain("SPC", line, StringComparison.Ordinal));

        // Whoever left the page is not answered, and it is no failure of the line.
        using var left = new CancellationTokenSource();
        using (ends.Open((_, _) => never.Task))
        {
            var asking = ends.Line.AskAsync(Question, left.Token);
            await left.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        }
        Assert.Equal(3, ends.Log.Lines.Count);
    }

    [Fact]
    public async Task It_is_up_while_a_line_is_open_and_headquarters_answered_of_late()
    {
        await using var ends = await Ends.OpenAsync();
        Assert.True(ends.Line.IsLinked);
        Assert.False(ends.Line.IsUp);
        var first = ends.Open((_, _) => Task.FromResult<byte[]?>(null));
        Assert.False(ends.Line.IsUp);
        ends.State.Answered(ends.Sites.Clock.GetUtcNow(), ends.Sites.Clock.GetUtcNow(), 1);
        Assert.True(ends.Line.IsUp);
        // The next line is opened before the one before it is cleared away.
        using var second = ends.Open((_, _) => Task.FromResult<byte[]?>(null));
        first.Dispose();
        Assert.True(ends.Line.IsUp);
        ends.Sites.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.False(ends.Line.IsUp);
        ends.State.Answered(ends.Sites.Clock.GetUtcNow(), ends.Sites.Clock.GetUtcNow(), 1);
        second.Dispose();
        Assert.False(ends.Line.IsUp);
    }

    [Fact]
    public async Task Headquarters_answers_a_nodes_question_signed_and_audited_and_what_is_none_with_nothing()
    {
        await using var ends = await Ends.OpenAsync();
        new LinkSettings { End = LinkEnd.Headquarters, Headquarters = "headquarters" }.Write(ends.Sites.Headquarters.Folder);
        await using var headquarters = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(ends.Sites.Clock).AddLinks(ends.Sites.Headquarters.Folder).AddBorder(ends.Sites.Headquarters.Folder).BuildServiceProvider();
        var desk = new HistoryDesk(headquarters.GetRequiredService<NationalRegister>(), "headquarters");
        using var open = ends.Open(async (question, stop) => await desk.AnswerAsync(question, "khi-1", ends.Key, ends.Credentials.Record, stop));
        Assert.Empty((await ends.Line.AskAsync(Question, Cancellation))!.Crossings);
        var asked = Assert.Single(await PkiSites.AuditedAsync(ends.Sites.Headquarters.Audit, AuditAction.TravellerAsked));
        Assert.Equal(("officer1@khi-1", "PKKHI", "headquarters"), (asked.Actor, asked.Port, asked.Node));
        foreach (var wrong in new[] { null, [], new byte[] { 1, 2 }, new byte[100_000] })
            Assert.Empty(await desk.AnswerAsync(wrong, "khi-1", ends.Key, ends.Credentials.Record, Cancellation));
        Assert.Empty(await desk.AnswerAsync(HistoryRequest.Of(Question).Write(), "nobody-1", ends.Key, ends.Credentials.Record, Cancellation));
        Assert.Single(await PkiSites.AuditedAsync(ends.Sites.Headquarters.Audit, AuditAction.TravellerAsked));
        // A port is asked nothing, and asks; headquarters asks nobody.
        Assert.False(headquarters.GetRequiredService<INationalHistory>().IsLinked);
        Assert.Single(headquarters.GetRequiredService<ISenders>().All, sender => sender.Node == "khi-1");
    }

    /// <summary>A port and headquarters, both certified.</summary>
    private sealed class Ends : IAsyncDisposable
    {
        private NodeCredentials ofPort = null!;
        private ECDsa keyOfPort = null!;

        public PkiSites Sites { get; private set; } = null!;

        public NodeCredentials Credentials { get; private set; } = null!;

        public ECDsa Key { get; private set; } = null!;

        public LinkState State { get; } = new();

        public Captured Log { get; } = new();

        public HistoryLine Line { get; private set; } = null!;

        public static async Task<Ends> OpenAsync()
        {
            var ends = new Ends { Sites = await PkiSites.OpenAsync() };
            await ends.Sites.EnrolAsync();
            var (folder, audit) = ends.Sites.Headquarters;
            var code = await ends.Sites.InviteAsync("headquarters", "PKISB");
            var enrolment = new NodeEnrolment(folder, audit, ends.Sites.Clock);
            var issued = PkiSites.Value(await ends.Sites.Authority.IssueAsync(PkiSites.Value(await enrolment.RequestAsync(code, PkiSites.Administrator)), PkiSites.Administrator));
            PkiSites.Value(await enrolment.InstallAsync(issued.File, code, PkiSites.Administrator));
            ends.Credentials = PkiSites.Value(NodeCredentials.Open(folder, ends.Sites.Clock));
            ends.ofPort = PkiSites.Value(NodeCredentials.Open(ends.Sites.Port.Folder, ends.Sites.Clock));
            (ends.Key, ends.keyOfPort) = (folder.OpenKey(), ends.Sites.Port.Folder.OpenKey());
            ends.Line = new HistoryLine(ends.Sites.Port.Folder, new LinkSettings { End = LinkEnd.Port, Headquarters = "headquarters" }, ends.State, ends.Sites.Clock, ends.Log);
            return ends;
        }

        public IDisposable Open(Func<byte[], CancellationToken, Task<byte[]?>> send) => Line.Open(new HistoryRoad(send, certificate => ofPort.RecordKeyOf(certificate, "headquarters")));

        public byte[] Answer(byte[] question, string from = "headquarters", string node = "khi-1") => SignedHistory.Sign(from, node, question, Known, Key, Credentials.Record).Write();

        public byte[] AnswerOfPort(byte[] question) => SignedHistory.Sign("headquarters", "khi-1", question, Known, keyOfPort, ofPort.Record).Write();

        public async ValueTask DisposeAsync()
        {
            Key.Dispose();
            keyOfPort.Dispose();
            Credentials.Dispose();
            ofPort.Dispose();
            await Sites.DisposeAsync();
        }
    }

    /// <summary>What is logged.</summary>
    private sealed class Captured : ILogger<HistoryLine>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add($"{formatter(state, exception)} {exception}");
    }
}
