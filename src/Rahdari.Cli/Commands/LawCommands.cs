using System.CommandLine;
using System.Globalization;
using Rahdari.Casework.Laws;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari laws</c>: the laws under which cases are registered.</summary>
internal static class LawCommands
{
    private static readonly Argument<string> Path = new("FILE") { Description = "The laws as JSON, as 'rahdari laws show --json' writes them." };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why.", HelpName = "TEXT", Required = true };

    public static Command Show() => new ExampledCommand(
        "show",
        "The laws that count, with sections, penalties, procedure and time limits. With --json they are as a file to publish has them.",
        "rahdari laws show",
        "rahdari laws show --json > laws.json")
        .Does((run, cancellation) => SiteSession.WithAsync(
            run,
            async session =>
            {
                var book = await session.Get<LawRegister>().InForceAsync(cancellation);
                return run.Answer(book, paper => Print(run, paper, book));
            },
            cancellation));

    public static Command Publish() => new ExampledCommand(
        "publish",
        "Publish laws in the place of all before, under the next number; they count for what is told of cases from then on. The same again change nothing. Signed and audited.",
        "rahdari laws publish laws.json --reason 'Act IX of 2025'")
    {
        Path, Reason,
    }.Does(PublishAsync);

    private static async Task<int> PublishAsync(Run run, CancellationToken cancellation)
    {
        var path = run.Get(Path)!;
        if (!File.Exists(path))
            return run.Fail(CliRule.FileNotFound.Broken("file", ("file", path)));
        // One byte more than is read tells that there is more.
        var bytes = new byte[(int)Math.Min(new FileInfo(path).Length, LawBooks.Largest + 1)];
        await using (var file = File.OpenRead(path))
            await file.ReadExactlyAsync(bytes, cancellation);
        var book = LawBooks.Read(bytes);
        if (!book.Succeeded)
            return run.Fail(book.Problem);
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var published = await session.Get<LawRegister>().PublishAsync(book.Value, run.Get(Reason)!, Actor.CommandLine, cancellation);
                return published.Succeeded ? run.Answer(published.Value, paper => Print(run, paper, published.Value)) : run.Fail(published.Problem);
            },
            cancellation);
    }

    private static void Print(Run run, Paper paper, LawBook book)
    {
        paper.Line(run.Text("LawBook", book.Number));
        paper.Rows(
            [run.Text("Law"), run.Text("ValidFrom"), run.Text("ValidTo"), run.Text("Sections"), run.Text("Title")],
            book.Laws.Select(law => (IReadOnlyList<string>)
            [
                law.Code, Day(law.From), law.Until is { } until ? Day(until) : "–", $"{law.Offences.Count}", law.Title.In(run.Culture.TwoLetterISOLanguageName),
            ]));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
