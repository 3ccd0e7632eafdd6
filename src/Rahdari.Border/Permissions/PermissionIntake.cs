using Rahdari.Border.Ledger;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border.Permissions;

/// <summary>Records the permissions of a file, in units of some hundred lines, each durable before the next begins. Thread-safe.</summary>
public sealed class PermissionIntake
{
    private const int LinesAUnit = 200;
    private const int MostErrors = 1000;

    private readonly LedgerWriter ledger;
    private readonly PermissionRegister register;

    internal PermissionIntake(LedgerWriter ledger, PermissionRegister register) => (this.ledger, this.register) = (ledger, register);

    /// <summary>
    /// Records every line that can be used and tells why the others cannot. Safe to run again, also after it was stopped: what is recorded already is not recorded twice.
    /// Role: visa officer; each permission recorded is audited.
    /// </summary>
    /// <param name="file">The file, as <see cref="PermissionFile"/> reads it; left open.</param>
    /// <param name="name">What it is called; for errors.</param>
    /// <param name="actor">Who hands it over.</param>
    /// <param name="progress">Receives the share read, 0 to 1, where the file's length is known.</param>
    /// <param name="cancellation">Stops between two units; what was recorded until then stays.</param>
    public async Task<Answer<PermissionImport>> ImportAsync(Stream file, string name, Actor actor, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.VisaOfficer) is { } denied)
            return denied;
        var counts = new Counts();
        foreach (var lines in PermissionFile.Read(file, name).Chunk(LinesAUnit))
        {
            foreach (var (line, answer, isNew) in await RecordAsync(lines, actor, cancellation))
                counts.Add(line, answer, isNew, name);
            if (file.CanSeek && file.Length > 0)
                progress?.Report((double)file.Position / file.Length);
        }
        progress?.Report(1);
        return new PermissionImport(counts.Recorded + counts.Known + counts.Rejected, counts.Recorded, counts.Known, counts.Rejected, counts.Errors);
    }

    private Task<List<(PermissionLine Line, Answer<Permission>? Answer, bool IsNew)>> RecordAsync(PermissionLine[] lines, Actor actor, CancellationToken cancellation) =>
        ledger.WriteAsync(
            async append =>
            {
                var known = await register.ClassesAsync(append, cancellation);
                var done = new List<(PermissionLine, Answer<Permission>?, bool)>(lines.Length);
                foreach (var line in lines)
                {
                    if (line.Permission is not { } issued)
                    {
                        done.Add((line, null, false));
                        continue;
                    }
                    var (answer, isNew) = await PermissionRegister.RecordAsync(append, issued, known, actor, cancellation);
                    done.Add((line, answer, isNew));
                }
                return done;
            },
            cancellation);

    private sealed class Counts
    {
        private readonly List<ListError> errors = [];

        public long Recorded { get; private set; }

        public long Known { get; private set; }

        public long Rejected { get; private set; }

        public IReadOnlyList<ListError> Errors => errors;

        public void Add(PermissionLine line, Answer<Permission>? answer, bool isNew, string name)
        {
            var error = line.Error ?? (answer is { Succeeded: false, Problem: { } problem } ? new ListError(problem, name, line.Line, 0) : null);
            if (error is null)
                _ = isNew ? Recorded++ : Known++;
            else if (++Rejected <= MostErrors)
                errors.Add(error);
        }
    }
}
