namespace Rahdari.Casework.Shelter.Files;

/// <summary>The parts of a victim's file, each under a key of its own.</summary>
public enum FileSection
{
    /// <summary>Who they are: <see cref="IdentitySection"/>.</summary>
    Identity,

    /// <summary>Where they are reached, and their family: <see cref="ContactSection"/>.</summary>
    Contact,

    /// <summary>What they need and what threatens them: <see cref="AssessmentSection"/>.</summary>
    Assessment,

    /// <summary>Services and the plan: <see cref="ServicesSection"/>.</summary>
    Services,

    /// <summary>Health: <see cref="MedicalSection"/>.</summary>
    Medical,

    /// <summary>Mental health: <see cref="PsychologicalSection"/>.</summary>
    Psychological,

    /// <summary>Legal matters: <see cref="LegalSection"/>.</summary>
    Legal,

    /// <summary>What whoever helps must know to be safe: <see cref="SafetySection"/>.</summary>
    Safety,

    /// <summary>The case as it came from elsewhere, whole: <see cref="CaseDataSection"/>. No purpose covers it.</summary>
    CaseData,
}
