namespace Rahdari.Casework.Shelter.Consents;

/// <summary>For what a victim may consent that something of their file is used. Which sections each covers: <see cref="Purposes"/>.</summary>
public enum Purpose
{
    /// <summary>A place to stay.</summary>
    Shelter,

    /// <summary>Health.</summary>
    MedicalCare,

    /// <summary>Mental health.</summary>
    PsychologicalCare,

    /// <summary>Advice and representation.</summary>
    LegalAid,

    /// <summary>Voluntary return.</summary>
    Return,

    /// <summary>Reintegration.</summary>
    Reintegration,

    /// <summary>Being counted, without anything that names them.</summary>
    Statistics,

    /// <summary>That a circle of the police is alerted to a danger, by the pseudonym.</summary>
    PoliceAlert,
}
