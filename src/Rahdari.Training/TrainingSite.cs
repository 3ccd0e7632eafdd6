using Rahdari.Border.Sites;

namespace Rahdari.Training;

/// <summary>The site that lessons are held at: made where there is none, and opened by the door of training alone.</summary>
public static class TrainingSite
{
    /// <summary>Opens the training site in a folder, or makes it there with a counter for each trainee.</summary>
    /// <param name="folder">Its folder; a site in service there is refused.</param>
    /// <param name="trainees">How many work at once.</param>
    public static Answer<SiteFolder> OpenOrMake(string folder, int trainees) =>
        SiteFolder.Exists(folder) ? SiteFolder.OpenTraining(folder) : SiteFolder.CreateTraining(folder, Settings(trainees));

    private static SiteSettings Settings(int trainees) => new()
    {
        Kind = SiteKind.Training,
        Node = SiteRules.TrainingNode + "1",
        Port = "XXTRN",
        PortName = "Training",
        Counters = [.. Enumerable.Range(1, Math.Max(1, trainees)).Select(number => $"T{number}")],
        AuthenticatorRequired = false,
        RescreeningHour = null,
        PurgeHour = null,
    };
}
