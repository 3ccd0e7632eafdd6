using System.Security.Cryptography;
using Rahdari.Casework.Htcds;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;

namespace Rahdari.Casework.Shelter.Files;

/// <summary>Victims' files from and to cases of the Human Trafficking Case Data Standard. Role of everything here: caseworker with an opened cabinet; audited. Thread-safe.</summary>
public sealed class CaseDataDesk
{
    private const int MostImported = 1000;

    private readonly CaseworkHome home;
    private readonly ShelterWriter writer;
    private readonly VictimFiles files;
    private readonly TimeProvider clock;

    internal CaseDataDesk(CaseworkHome home, ShelterWriter writer, VictimFiles files, TimeProvider clock) => (this.home, this.writer, this.files, this.clock) = (home, writer, files, clock);

    /// <summary>
    /// Opens a file for each case of a file of the standard (JSON): who it is about as its identity, the case itself whole. Told again under the same batch it is the files that were opened. A case that
    /// cannot be read keeps no other from being taken.
    /// </summary>
    /// <param name="cabinet">The opened cabinet.</param>
    /// <param name="batch">A UUID of whoever imports; the files' ids follow from it.</param>
    /// <param name="from">The file.</param>
    /// <param name="actor">Who imports it.</param>
    /// <param name="cancellation">Stops; what was taken stays taken.</param>
    public async Task<Answer<IReadOnlyList<ImportedCase>>> ImportAsync(Cabinet cabinet, Guid batch, Stream from, Actor actor, CancellationToken cancellation = default)
    {
        if (Cabinet.Bars(cabinet, actor) is { } denied)
            return denied;
        var imported = new List<ImportedCase>();
        foreach (var entry in HtcdsJsonReader.Read(from))
        {
            if (imported.Count == MostImported)
            {
                imported.Add(new ImportedCase(entry.Number, null, [CaseworkRule.ShelterFieldInvalid.Broken("cases", ("field", $"> {MostImported}"))]));
                break;
            }
            if (entry.Case is not { } one)
            {
                imported.Add(new ImportedCase(entry.Number, null, entry.Findings));
                continue;
            }
            var id = new Guid(SHA256.HashData([.. batch.ToByteArray(), .. BitConverter.GetBytes(entry.Number)]).AsSpan(0, 16));
            var taken = await files.TakeInAsync(cabinet, id, null, [CaseData.Identity(one, home.LocalDay(clock.GetUtcNow())), new CaseDataSection(HtcdsJsonWriter.Written(one))], actor, cancellation);
            imported.Add(new ImportedCase(entry.Number, taken.Value, taken.Succeeded ? entry.Findings : [.. entry.Findings, taken.Problem]));
        }
        return new Answer<IReadOnlyList<ImportedCase>>(imported);
    }

    /// <summary>
    /// A file as a case of the standard: what was imported as it came, with what the file says otherwise by now. For the organisation that keeps it all of it; for another recipient what a consent in
    /// force covers.
    /// </summary>
    /// <param name="cabinet">The opened cabinet.</param>
    /// <param name="fileId">The file.</param>
    /// <param name="forWhom">For what and for whom it is, or null for the organisation's own.</param>
    /// <param name="actor">Who exports it.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<Answer<HtcdsCase>> ExportAsync(Cabinet cabinet, Guid fileId, (Purpose Purpose, string Recipient)? forWhom, Actor actor, CancellationToken cancellation = default)
    {
        if (forWhom is { } consented)
        {
            var exported = await files.ExportAsync(cabinet, fileId, consented.Purpose, consented.Recipient, actor, cancellation);
            return exported.Succeeded ? CaseData.Of(null, exported.Value.Sections, home.LocalDay(exported.Value.At)) : exported.Problem;
        }
        return await writer.RunAsync<HtcdsCase>(
            cabinet,
            actor,
            null,
            async append =>
            {
                var (file, problem) = await VictimAccess.OwnedAsync(append, cabinet, fileId, cancellation);
                if (file is null)
                    return problem!;
                var sections = new List<SectionContent>();
                foreach (var section in new[] { FileSection.CaseData, FileSection.Identity, FileSection.Assessment })
                {
                    var read = await VictimAccess.OwnSectionAsync(append, cabinet, file, section, cancellation);
                    if (read.Succeeded)
                        sections.Add(read.Value.Content);
                    else if (read.Problem.Code != CaseworkRule.SectionEmpty.Code)
                        return read.Problem;
                }
                append.Audit(actor, ShelterAction.VictimExported, "victim", file.Pseudonym, "case data");
                var imported = sections.OfType<CaseDataSection>().FirstOrDefault() is { } came ? CaseData.Read(came.Htcds) : null;
                return CaseData.Of(imported, sections, home.LocalDay(append.Now));
            },
            cancellation);
    }
}
