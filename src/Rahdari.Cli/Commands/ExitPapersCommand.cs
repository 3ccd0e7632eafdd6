using System.CommandLine;
using System.Globalization;
using Rahdari.Border.ExitControl;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Exit;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari exit consents</c>, <c>consent</c>, <c>clearances</c>, <c>clearance</c> and <c>contacts</c>: by which papers minors and workers leave, and whom a worker may call.</summary>
internal static class ExitPapersCommand
{
    private static readonly Option<string> Search = new("--search") { Description = "A part of a name, a number or a reference.", HelpName = "TEXT" };

    private static readonly Argument<string> PaperFile = new("FILE") { Description = "The paper as JSON, as the API takes it." };

    private static readonly Option<string> ImportFile = new("--import") { Description = "Replace all contacts by those of this table (CSV).", HelpName = "FILE" };

    private static readonly Option<string> State = new("--state") { Description = "For one State, and those for every State.", HelpName = "XXX" };

    public static Command Consents() => new ExampledCommand(
        "consents",
        "The consents by which minors leave, newest first. The reading is audited.",
        "rahdari exit consents --search SPECIMEN",
        "rahdari exit consents --json")
    {
        Search, Paging.Offset, Paging.Take,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var page = await session.Get<TravelConsentRegister>().ListAsync(run.Get(Search), run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
            return page.Succeeded ? run.Answer(page.Value, paper => Print(run, paper, page.Value)) : run.Fail(page.Problem);
        },
        cancellation));

    public static Command Consent() => new ExampledCommand(
        "consent",
        "Record a consent that a minor leaves.",
        "rahdari exit consent consent.json")
    {
        PaperFile,
    }.Does(async (run, cancellation) =>
    {
        var file = await ExitFile.ReadAsync<ConsentTerms>(run.Get(PaperFile)!, cancellation);
        return !file.Succeeded ? run.Fail(file.Problem) : await SiteSession.WithAsync(
            run,
            async session =>
            {
                var consent = await session.Get<TravelConsentRegister>().EnterAsync(file.Value, Actor.CommandLine, cancellation);
                return consent.Succeeded ? run.Answer(consent.Value, paper => Print(run, paper, new Page<TravelConsent>([consent.Value], 1, 0))) : run.Fail(consent.Problem);
            },
            cancellation);
    });

    public static Command Clearances() => new ExampledCommand(
        "clearances",
        "The protectors' clearances by which workers leave, newest first. The reading is audited.",
        "rahdari exit clearances --search SPC-REG-1",
        "rahdari exit clearances --json")
    {
        Search, Paging.Offset, Paging.Take,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var page = await session.Get<EmigrationRegister>().ListAsync(run.Get(Search), run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
            return page.Succeeded ? run.Answer(page.Value, paper => Print(run, paper, page.Value)) : run.Fail(page.Problem);
        },
        cancellation));

    public static Command Clearance() => new ExampledCommand(
        "clearance",
        "Record a protector's clearance of a worker.",
        "rahdari exit clearance clearance.json")
    {
        PaperFile,
    }.Does(async (run, cancellation) =>
    {
        var file = await ExitFile.ReadAsync<ClearanceTerms>(run.Get(PaperFile)!, cancellation);
        return !file.Succeeded ? run.Fail(file.Problem) : await SiteSession.WithAsync(
            run,
            async session =>
            {
                var clearance = await session.Get<EmigrationRegister>().EnterAsync(file.Value, Actor.CommandLine, cancellation);
                return clearance.Succeeded ? run.Answer(clearance.Value, paper => Print(run, paper, new Page<EmigrationClearance>([clearance.Value], 1, 0))) : run.Fail(clearance.Problem);
            },
            cancellation);
    });

    public static Command Contacts() => new ExampledCommand(
        "contacts",
        "Whom a worker abroad may call, as the help sheets carry it: list the contacts, or replace them all.",
        "rahdari exit contacts --state SAU",
        "rahdari exit contacts --import contacts.csv")
    {
        ImportFile, State,
    }.Does(async (run, cancellation) =>
    {
        if (!Given.State(run, State, out var state, out var wrong))
            return run.Fail(wrong);
        if (run.Get(ImportFile) is { } path && !File.Exists(path))
            return run.Fail(CliRule.FileNotFound.Broken("file", ("file", path)));
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var contacts = session.Get<HelpContacts>();
                if (run.Get(ImportFile) is not { } table)
                    return Answer(run, await contacts.ListAsync(state, Actor.CommandLine, cancellation));
                await using var file = File.OpenRead(table);
                return Answer(run, await contacts.ImportAsync(file, Actor.CommandLine, cancellation));
            },
            cancellation);
    });

    private static int Answer(Run run, Answer<IReadOnlyList<HelpContact>> contacts) => contacts.Succeeded
        ? run.Answer(contacts.Value, paper =>
        {
            paper.Rows(
                [run.Text("ExitPlace"), run.Text("Kind"), run.Text("Name"), run.Text("ExitContact"), run.Text("ExitSource"), run.Text("ExitChecked")],
                contacts.Value.Select(c => (IReadOnlyList<string>)[c.State.Length == 0 ? "–" : c.State, c.Kind, c.Name, c.Contact, c.Source, Day(c.CheckedOn)]));
            paper.Line(run.Text("ExitContacts", contacts.Value.Count));
        })
        : run.Fail(contacts.Problem);

    private static void Print(Run run, Paper paper, Page<TravelConsent> page)
    {
        paper.Rows(
            [run.Text("ExitPaper"), run.Text("State"), run.Text("Name"), run.Text("DateOfBirth"), run.Text("ExitGiver"), run.Text("Reference"), run.Text("ExitFrom"), run.Text("ExitTo")],
            page.Items.Select(consent => (IReadOnlyList<string>)
            [
                consent.Id.ToString(), run.Text($"ExitPaper{consent.State}"), consent.Terms.Name, consent.Terms.DateOfBirth.ToString(), consent.Terms.GiverName, consent.Terms.Reference,
                Day(consent.Terms.ValidFrom), Day(consent.Terms.ValidTo),
            ]));
        paper.Line(page.Items.Count == 0 ? run.Text("NoneOf", page.Total) : run.Text("PartOf", page.Offset + 1, page.Offset + page.Items.Count, page.Total));
    }

    private static void Print(Run run, Paper paper, Page<EmigrationClearance> page)
    {
        paper.Rows(
            [run.Text("ExitPaper"), run.Text("State"), run.Text("Name"), run.Text("ExitRegistration"), run.Text("ExitPlace"), run.Text("ExitEmployer"), run.Text("ExitTo")],
            page.Items.Select(clearance => (IReadOnlyList<string>)
            [
                clearance.Id.ToString(), run.Text($"ExitPaper{clearance.State}"), clearance.Terms.Name, clearance.Terms.RegistrationNumber, clearance.Terms.Destination, clearance.Terms.Employer, Day(clearance.Terms.ValidTo),
            ]));
        paper.Line(page.Items.Count == 0 ? run.Text("NoneOf", page.Total) : run.Text("PartOf", page.Offset + 1, page.Offset + page.Items.Count, page.Total));
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";
}
