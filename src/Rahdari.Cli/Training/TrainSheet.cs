using Rahdari.Cli.Demo;
using Rahdari.Cli.Output;
using Rahdari.Training.Lessons;

namespace Rahdari.Cli.Training;

/// <summary>All that a trainer needs to begin; nothing of the truth.</summary>
/// <param name="Urls">Where the site listens.</param>
/// <param name="Folder">Where it is.</param>
/// <param name="Lesson">The newest lesson's number.</param>
/// <param name="Made">What the lesson was made of; null where it was made before.</param>
/// <param name="Users">Users whose passwords are new, with them.</param>
internal sealed record TrainSheet(IReadOnlyCollection<string> Urls, string Folder, int Lesson, LessonOrder? Made, IReadOnlyList<DemoUser> Users)
{
    /// <summary>Always true: the sheet is written once the site answers.</summary>
    public bool Ready { get; } = true;

    public void Print(Run run, Paper paper)
    {
        paper.Line();
        paper.Line(run.Text("TrainReady", Lesson));
        paper.Line($"  {string.Join("  ", Urls)}");
        paper.Line();
        if (Made is { } made)
            paper.Line(run.Text("TrainMade", made.Seed, made.Travellers, made.LimitSeconds));
        if (Users.Count == 0)
            paper.Line(run.Text("TrainKnown"));
        else
            paper.Rows([run.Text("User"), run.Text("Password"), run.Text("Roles")], Users.Select(user => (IReadOnlyList<string>)[user.Name, user.Password, user.Role]));
        paper.Line(run.Text("TrainStop", Folder));
    }
}
