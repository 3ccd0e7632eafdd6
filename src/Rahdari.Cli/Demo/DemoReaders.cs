using Rahdari.Border.Trust;
using Rahdari.Documents.Chips;
using Rahdari.Documents.Chips.Simulated;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Specimens;
using Rahdari.Node.Chips;

namespace Rahdari.Cli.Demo;

/// <summary>The chips of the specimen travellers, laid on a counter's reader with their documents: simulated, and spoken with as any chip.</summary>
internal sealed class DemoReaders : ICounterReaders
{
    private readonly SpecimenState state;
    private readonly Dictionary<string, SpecimenChip> chips;

    public DemoReaders(SampleTravellers samples, DateTimeOffset now)
    {
        state = SpecimenState.Create(now);
        using var stream = typeof(DemoReaders).Assembly.GetManifestResourceStream("portrait.jpg")!;
        var portrait = new byte[stream.Length];
        stream.ReadExactly(portrait);
        chips = samples.Chips().ToDictionary(
            chip => chip.Fields.DocumentNumber,
            chip => state.Issue(new SpecimenPassport(chip.Fields, portrait) { Keys = ChipKeys.Create("PACE-ECDH-GM AES-128", proof: ChipProof.ChipAuthentication) }, chip.Lie),
            StringComparer.Ordinal);
    }

    /// <summary>Has the site trust the State of the specimens: by a master list and its revocations, as any other.</summary>
    public async Task<Answer<TrustImport>> TrustAsync(TrustImporter importer, DateTimeOffset now, CancellationToken cancellation)
    {
        var listed = await importer.ImportAsync(state.Authority.Publish(now, state.Authority.Certificate), state.Authority.Certificate, Actor.CommandLine, cancellation: cancellation);
        return listed.Succeeded ? await importer.ImportAsync(state.RevocationList, null, Actor.CommandLine, cancellation: cancellation) : listed;
    }

    /// <inheritdoc/>
    public ValueTask<IChipTransport?> FindAsync(string counter, MrzFields document, CancellationToken cancellation) =>
        ValueTask.FromResult<IChipTransport?>(chips.TryGetValue(document.DocumentNumber, out var chip) ? chip.Chip() : null);
}
