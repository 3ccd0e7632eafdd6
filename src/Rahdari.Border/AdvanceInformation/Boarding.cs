namespace Rahdari.Border.AdvanceInformation;

/// <summary>What a carrier said last of whether a traveller comes.</summary>
public enum Boarding
{
    /// <summary>Announced; the flight is not closed.</summary>
    Announced,

    /// <summary>On board when the flight closed.</summary>
    OnBoard,

    /// <summary>Not on board, or cancelled.</summary>
    NotOnBoard,

    /// <summary>Known from a booking alone: no list has named the traveller yet.</summary>
    Booked,
}
