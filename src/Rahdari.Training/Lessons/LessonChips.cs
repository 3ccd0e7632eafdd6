using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border.Trust;
using Rahdari.Documents.Chips;
using Rahdari.Documents.Chips.Simulated;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Specimens;
using Rahdari.Training.Scenarios;
using Rahdari.Training.Storage;

namespace Rahdari.Training.Lessons;

/// <summary>
/// The chips of the newest lesson's documents, simulated, of an invented State whose keys live as long as the process and whom the training site is made to trust. Thread-safe.
/// </summary>
public sealed class LessonChips
{
    private readonly SpecimenState state;
    private readonly byte[] portrait = ScenarioBook.Resource("portrait.jpg");
    private readonly Dictionary<string, LessonChip> chips;
    private readonly Dictionary<string, SpecimenChip> issued = new(StringComparer.Ordinal);
    private readonly DateOnly today;
    private readonly Lock turn = new();

    private LessonChips(SpecimenState state, IReadOnlyList<LessonChip> chips, DateOnly today) =>
        (this.state, this.chips, this.today) = (state, chips.DistinctBy(chip => chip.Number).ToDictionary(chip => chip.Number, StringComparer.Ordinal), today);

    /// <summary>Makes them, and has the site trust their State; the rule broken where it does not.</summary>
    /// <param name="services">The training site's parts.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<Answer<LessonChips>> OpenAsync(IServiceProvider services, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var state = SpecimenState.Create(now);
        var importer = services.GetRequiredService<TrustImporter>();
        // The keys of the time before are gone with their process.
        var listed = await importer.ImportAsync(state.Authority.Publish(now, state.Authority.Certificate), state.Authority.Certificate, Actor.CommandLine, allowShrink: true, allowOlder: true, cancellation);
        if (!listed.Succeeded)
            return listed.Problem;
        var revoked = await importer.ImportAsync(state.RevocationList, null, Actor.CommandLine, cancellation: cancellation);
        var store = services.GetRequiredService<TrainingStore>();
        return revoked.Succeeded ? new LessonChips(state, store.Chips(store.Newest()), DateOnly.FromDateTime(now.UtcDateTime)) : revoked.Problem;
    }

    /// <summary>The chip of a document that lies on a reader; null where it has none.</summary>
    /// <param name="document">The zone that was read.</param>
    public IChipTransport? Find(MrzFields document)
    {
        lock (turn)
        {
            if (!chips.TryGetValue(document.DocumentNumber, out var chip))
                return null;
            if (!issued.TryGetValue(chip.Number, out var made))
            {
                var fields = MrzReader.Read(string.Join('\n', chip.Mrz), today).Fields!;
                made = issued[chip.Number] = state.Issue(new SpecimenPassport(fields, portrait) { Keys = ChipKeys.Create("PACE-ECDH-GM AES-128", proof: ChipProof.ChipAuthentication) }, chip.Lie);
            }
            return made.Chip();
        }
    }
}
