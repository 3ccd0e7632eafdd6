namespace Rahdari.Casework.Shelter.Alerts;

/// <summary>What threatens.</summary>
public enum AlertKind
{
#pragma warning disable CS1591 // The names are those of the field.
    TraffickerSeen,
    Followed,
    Threatened,
    AddressKnown,
    Disappeared,
    ContactByFamily,
    Other,
#pragma warning restore CS1591
}

/// <summary>How pressing an alert is.</summary>
public enum AlertLevel
{
    /// <summary>To be known.</summary>
    Notice,

    /// <summary>To be acted on today.</summary>
    Urgent,

    /// <summary>To be acted on now.</summary>
    Now,
}
