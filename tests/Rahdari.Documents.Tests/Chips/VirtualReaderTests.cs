using System.Diagnostics;
using System.Net.NetworkInformation;
using Rahdari.Documents.Chips;
using Rahdari.Documents.Chips.Readers;
using Rahdari.Documents.Chips.Simulated;
using Rahdari.Documents.Specimens;
using Rahdari.Documents.Tests.Lds;

namespace Rahdari.Documents.Tests.Chips;

/// <summary>The same reading through the service that real readers hang on: pcscd with vsmartcard's virtual readers.</summary>
public sealed class VirtualReaderTests : IAsyncLifetime
{
    private const string Service = "/usr/sbin/pcscd";
    private const string Driver = "/etc/reader.conf.d/vpcd";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Process? service;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Service) || !File.Exists(Driver) || Environment.UserName != "root" || IsListening())
            return;
        service = Process.Start(new ProcessStartInfo(Service, ["--foreground", "--error"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        service.OutputDataReceived += (_, _) => { };
        service.ErrorDataReceived += (_, _) => { };
        service.BeginOutputReadLine();
        service.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(Patience);
        while (!(IsListening() && CardReader.List().Names.Count > 0) && !service.HasExited)
            await Task.Delay(100, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (service is null)
            return;
        if (!service.HasExited)
            service.Kill();
        using var patience = new CancellationTokenSource(Patience);
        await service.WaitForExitAsync(patience.Token);
        service.Dispose();
    }

    [Fact]
    public async Task A_simulated_passport_and_its_lies_are_read_through_a_reader()
    {
        Assert.SkipUnless(service is { HasExited: false },
            $"needs root, {Service} and {Driver} (Debian: pcscd, vsmartcard-vpcd), and nobody who uses the virtual readers (port {VirtualReader.DefaultPort})");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        var reader = CardReader.List().Names.First(name => name.StartsWith("Virtual PCD", StringComparison.Ordinal));
        foreach (var (keys, access, proof) in new[]
        {
            (ChipKeys.Create(proof: ChipProof.ActiveAuthentication), "BAC", ChipProof.ActiveAuthentication),
            (ChipKeys.Create("PACE-ECDH-GM AES-128", proof: ChipProof.ChipAuthentication), "PACE-ECDH-GM AES-128", ChipProof.ChipAuthentication),
            (ChipKeys.Create("PACE-ECDH-IM AES-256"), "PACE-ECDH-IM AES-256", ChipProof.None),
            (ChipKeys.Create("PACE-DH-GM AES-128"), "PACE-DH-GM AES-128", ChipProof.None),
            (ChipKeys.Create("PACE-ECDH-CAM AES-128"), "PACE-ECDH-CAM AES-128", ChipProof.PaceChipAuthentication),
        })
        {
            var issued = Issued.State.Issue(Issued.Passport with { Keys = keys });
            var reading = await ReadAsync(issued.Chip(), reader, issued.Password, patience.Token);
            Assert.Equal((access, proof, true), (reading.Access, reading.Proof, reading.IsComplete));
            Assert.All(issued.Files, file => Assert.True(file.Value.Span.SequenceEqual(reading.Files[file.Key].Span), file.Key.Name));
        }
        var modern = Issued.State.Issue(Issued.Passport with { Keys = ChipKeys.Create("PACE-ECDH-GM AES-128") });
        var (few, many) = (modern.Chip(answerLength: 1520), modern.Chip());
        foreach (var laid in new[] { few, many })
            Assert.True((await ReadAsync(laid, reader, modern.Password, patience.Token)).IsComplete);
        Assert.True(few.Commands < many.Commands, $"{few.Commands} commands of extended length, {many.Commands} short");
        foreach (var lie in Enum.GetValues<SpecimenLie>())
        {
            var issued = Issued.State.Issue(Issued.Passport with { Keys = ChipKeys.Create(proof: ChipProof.ChipAuthentication) }, lie);
            var direct = await ChipReader.ReadAsync(issued.Chip(), issued.Password, cancellation: patience.Token);
            var reading = await ReadAsync(issued.Chip(), reader, issued.Password, patience.Token);
            Assert.Equal(direct.Findings.Select(f => f.Code), reading.Findings.Select(f => f.Code));
            Assert.Equal(direct.Files.Keys.Select(f => f.Name).Order(), reading.Files.Keys.Select(f => f.Name).Order());
        }
        var taken = Issued.State.Issue(Issued.Passport);
        var chip = taken.Chip();
        chip.RemovedAt = 12;
        Assert.Equal(["CHIP_REMOVED"], (await ReadAsync(chip, reader, taken.Password, patience.Token)).Findings.Select(f => f.Code));
    }

    private static async Task<ChipReading> ReadAsync(SimulatedChip chip, string reader, ChipPassword password, CancellationToken cancellation)
    {
        using var taken = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var laid = VirtualReader.ServeAsync(chip, "127.0.0.1", VirtualReader.DefaultPort, taken.Token);
        ChipReading read;
        using (var card = await CardReader.ConnectAsync(reader, cancellation))
            read = await ChipReader.ReadAsync(card, password, cancellation: cancellation);
        await taken.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await laid;
            throw new OperationCanceledException(); // It ended by itself: the document was taken away.
        });
        await CardReader.WaitForRemovalAsync(reader, cancellation);
        return read;
    }

    private static bool IsListening() => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(l => l.Port == VirtualReader.DefaultPort);
}
