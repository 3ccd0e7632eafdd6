namespace Rahdari.Border.Permissions;

/// <summary>What lets an alien enter. In the order in which the best of several is chosen where they allow the same: what costs the traveller nothing comes first.</summary>
public enum PermissionKind
{
    /// <summary>A residence permit: stays as long as it is valid.</summary>
    Residence,

    /// <summary>No visa is needed of the nationality.</summary>
    VisaFree,

    /// <summary>A crew member of a vessel or an aircraft (Convention on Facilitation of International Maritime Traffic, section 3; Annex 9 to the Chicago Convention, chapter 3).</summary>
    Crew,

    /// <summary>A permit of a treaty between neighbours, for some ports on land.</summary>
    BorderPermit,

    /// <summary>A visa that a mission issued.</summary>
    Visa,

    /// <summary>Passing through on the way to another State.</summary>
    Transit,

    /// <summary>A visa that the port issues on arrival.</summary>
    OnArrival,
}
