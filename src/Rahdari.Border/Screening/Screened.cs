using System.Text.Json;
using Rahdari.Border.Storage;
using Rahdari.Matching;

namespace Rahdari.Border.Screening;

/// <summary>The result of screening one traveller: hits and the versions that were searched.</summary>
internal sealed record Screened(IReadOnlyList<Hit> Hits, IReadOnlyList<string> Versions)
{
    /// <summary>A hit as it is stored for a supervisor to resolve.</summary>
    public HitRow Row(Hit hit, EncounterRow encounter)
    {
        var slash = hit.Person.Key.IndexOf('/', StringComparison.Ordinal);
        var list = hit.Person.Key[..slash];
        var version = Versions.First(v => v.StartsWith(list + "@", StringComparison.Ordinal))[(list.Length + 1)..];
        return new HitRow
        {
            Id = Guid.CreateVersion7(encounter.OpenedAt),
            EncounterId = encounter.Id,
            Port = encounter.Port,
            FoundAt = encounter.OpenedAt,
            List = list,
            ListVersion = int.Parse(version, System.Globalization.CultureInfo.InvariantCulture),
            Reference = hit.Person.Key[(slash + 1)..],
            PrimaryName = hit.Person.Names[0].Text,
            Match = JsonSerializer.Serialize(hit, BorderJson.Default.Hit),
            State = HitState.Open,
        };
    }
}
