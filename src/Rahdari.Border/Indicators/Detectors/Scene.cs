using Rahdari.Border.Crossings;
using Rahdari.Dates;

namespace Rahdari.Border.Indicators.Detectors;

/// <summary>A traveller who crosses, with everything on record that detectors look at; gathered once for all of them.</summary>
internal sealed record Scene
{
    /// <summary>The crossing at hand.</summary>
    public required Passage Now { get; init; }

    /// <summary>True where the record is asked once everybody who came with the traveller has crossed; false at the counter.</summary>
    public bool IsAfterwards { get; init; }

    /// <summary>The traveller's crossings before, oldest first.</summary>
    public IReadOnlyList<Passage> Own { get; init; } = [];

    /// <summary>The trips, oldest first, of the traveller and of the adults with whom they travel now; each leader's include the one at hand.</summary>
    public IReadOnlyList<IReadOnlyList<Trip>> Led { get; init; } = [];

    /// <summary>Who crossed about the same time as the traveller, now.</summary>
    public IReadOnlyList<Passage> Near { get; init; } = [];

    /// <summary>Who crossed about the same time when the traveller came the other way last.</summary>
    public IReadOnlyList<Passage> NearBefore { get; init; } = [];

    /// <summary>In which direction the traveller crossed first of all; null where nobody asked.</summary>
    public Direction? Began { get; init; }

    /// <summary>Who was looked up: of anybody else nothing says whether they came back.</summary>
    public IReadOnlySet<Guid> Known { get; init; } = new HashSet<Guid>();

    /// <summary>When those crossed last, in each direction.</summary>
    public IReadOnlyDictionary<(Guid Person, Direction Direction), DateTimeOffset> Last { get; init; } = new Dictionary<(Guid, Direction), DateTimeOffset>();

    /// <summary>By contact: as told, and whose first journeys named it.</summary>
    public IReadOnlyDictionary<ContactKind, Contact> Contacts { get; init; } = new Dictionary<ContactKind, Contact>();

    /// <summary>Crossings by documents whose numbers lie near.</summary>
    public IReadOnlyList<Passage> NearNumbers { get; init; } = [];

    /// <summary>When the document was issued, as the page says; unknown where nobody read it.</summary>
    public PartialDate IssuedOn { get; init; } = PartialDate.Unknown;

    /// <summary>What was told; null where nothing was.</summary>
    public JourneyTold? Told { get; init; }

    /// <summary>Whether somebody who was looked up crossed the other way after a crossing.</summary>
    public bool IsBack(Passage passage) => Last.TryGetValue((passage.Person, passage.Direction == Direction.Exit ? Direction.Entry : Direction.Exit), out var last) && last > passage.At;

    /// <summary>Whether somebody was looked up and did not cross the other way after a crossing.</summary>
    public bool IsAway(Passage passage) => Known.Contains(passage.Person) && !IsBack(passage);
}

/// <summary>A contact that was told.</summary>
/// <param name="Key">As it is looked up: however it is written, it is the same.</param>
/// <param name="Shown">As the traveller told it.</param>
/// <param name="First">The first journeys that named it, the one at hand not among them.</param>
internal sealed record Contact(string Key, string Shown, IReadOnlyList<Passage> First);
