using System.Collections.Frozen;
using Rahdari.Casework.Shelter.Files;

namespace Rahdari.Casework.Shelter.Consents;

/// <summary>Which sections a purpose covers: no more than the help needs. Safety goes with everything, for whoever helps must know whom to fear.</summary>
public static class Purposes
{
    /// <summary>The table.</summary>
    public static IReadOnlyDictionary<Purpose, IReadOnlyList<FileSection>> Sections { get; } = new Dictionary<Purpose, IReadOnlyList<FileSection>>
    {
        [Purpose.Shelter] = [FileSection.Identity, FileSection.Contact, FileSection.Assessment, FileSection.Services, FileSection.Safety],
        [Purpose.MedicalCare] = [FileSection.Identity, FileSection.Medical, FileSection.Safety],
        [Purpose.PsychologicalCare] = [FileSection.Identity, FileSection.Psychological, FileSection.Safety],
        [Purpose.LegalAid] = [FileSection.Identity, FileSection.Legal, FileSection.Safety],
        [Purpose.Return] = [FileSection.Identity, FileSection.Contact, FileSection.Services, FileSection.Safety],
        [Purpose.Reintegration] = [FileSection.Identity, FileSection.Contact, FileSection.Services, FileSection.Safety],
        [Purpose.Statistics] = [],
        [Purpose.PoliceAlert] = [],
    }.ToFrozenDictionary();

    /// <summary>True where another organisation helps for it, and so may be referred to.</summary>
    public static bool IsShared(Purpose purpose) => Sections.TryGetValue(purpose, out var sections) && sections.Count > 0;
}
