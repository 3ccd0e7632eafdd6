using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border.Sites;
using Rahdari.Training.Lessons;
using Rahdari.Training.Reports;
using Rahdari.Training.Scenarios;
using Rahdari.Training.Storage;

namespace Rahdari.Training;

/// <summary>Registers training at a training site; a site in service has none of it.</summary>
public static class TrainingRegistration
{
    /// <summary>Adds <see cref="LessonDesk"/> and <see cref="ClassReports"/>, on the <see cref="TimeProvider"/> registered before.</summary>
    public static IServiceCollection AddTraining(this IServiceCollection services, SiteFolder site)
    {
        services.AddSingleton(new TrainingStore(site));
        services.AddSingleton(s => new LessonDesk(site.Settings, s.GetRequiredService<TrainingStore>(), ScenarioBook.Shipped, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ClassReports(s.GetRequiredService<TrainingStore>()));
        return services;
    }
}
