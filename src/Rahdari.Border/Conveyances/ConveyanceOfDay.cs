namespace Rahdari.Border.Conveyances;

/// <summary>One conveyance at a port on a day, and how many crossed by it. Names no traveller.</summary>
/// <param name="Kind">Its kind; null for crossings of which none was told.</param>
/// <param name="Number">Its number; null where none was told.</param>
/// <param name="Day">The day of its coming or going.</param>
/// <param name="Entered">Travellers admitted.</param>
/// <param name="Left">Travellers departed.</param>
/// <param name="Refused">Travellers not let through, in or out.</param>
/// <param name="Expected">For a flight that carriers announced: those announced and not said to have stayed behind; null where nobody announced it.</param>
/// <param name="First">The first crossing; UTC; null while nobody crossed.</param>
/// <param name="Last">The last.</param>
public sealed record ConveyanceOfDay(ConveyanceKind? Kind, string? Number, DateOnly Day, int Entered, int Left, int Refused, int? Expected, DateTimeOffset? First, DateTimeOffset? Last);
