namespace Rahdari.Border.Conveyances;

/// <summary>By what travellers come and go.</summary>
public enum ConveyanceKind
{
    /// <summary>An aircraft; its number is carrier and flight: <c>PK301</c>.</summary>
    Flight,

    /// <summary>A ship or boat; its number is that of the IMO, or its name.</summary>
    Vessel,

    /// <summary>A train; its number is the service's.</summary>
    Train,

    /// <summary>A bus in public service; its number is its registration, or the service's.</summary>
    Bus,

    /// <summary>Any other vehicle; its number is its registration.</summary>
    Vehicle,

    /// <summary>On foot; there is no number.</summary>
    Foot,
}
