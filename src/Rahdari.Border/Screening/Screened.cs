using System.Text.Json;
using Rahdari.Border.Storage;
using Rahdari.Matching;

namespace Rahdari.Border.Screening;

/// <summary>The result of screening one traveller: hits and the versions that were searched.</summary>
internal sealed record Screened(IReadOnlyList<Hit> Hits, IReadOnlyList<string> Versions)
{
    /// <summary>The hits as they are stored for a supervisor to resolve, without those that the encounter has already.</summary>
    public IReadOnlyList<HitRow> Rows(EncounterRow encounter, IReadOnlyList<ScreeningHit> known, DateTimeOffset now) =>
        [.. Hits.Select(hit => Row(hit, encounter, now)).Where(row => !known.Any(k => k.List == row.List && k.Reference == row.Reference))];

    private HitRow Row(Hit hit, EncounterRow encounter, DateTimeOffset now)
    {
        var slash = hit.Person.Key.IndexOf('/', StringComparison.Ordinal);
        var list = hit.Person.Key[..slash];
        var version = Versions.First(v => v.StartsWith(list + "@", StringComparison.Ordinal))[(list.Length + 1)..];
        return new HitRow
        {
            Id = Guid.CreateVersion7(now),
            EncounterId = encounter.Id,
            Port = encounter.Port,
            FoundAt = now,
            List = list,
            ListVersion = int.Parse(version, System.Globalization.CultureInfo.InvariantCulture),
            Reference = hit.Person.Key[(slash + 1)..],
            PrimaryName = hit.Person.Names[0].Text,
            Match = JsonSerializer.Serialize(hit, BorderJson.Default.Hit),
            State = HitState.Open,
        };
    }
}
