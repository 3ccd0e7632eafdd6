namespace Rahdari.Border.Crossings;

/// <summary>Reads crossings. Every read is audited; a user of a port sees that port's crossings only.</summary>
public sealed class CrossingRegister
{
    /// <summary>The largest page.</summary>
    public const int MaximumTake = 500;

    /// <summary>Newest first. Roles: officer, supervisor, auditor.</summary>
    public Task<Answer<Page<Crossing>>> ListAsync(CrossingFilter filter, int offset, int take, Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>One crossing. Roles: officer, supervisor, auditor.</summary>
    public Task<Answer<Crossing>> FindAsync(Guid id, Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Writes all matching crossings, newest first, as CSV (RFC 4180, UTF-8, header line, formula characters escaped); audited. Roles: supervisor, auditor.</summary>
    public Task<Answer<CsvExport>> ExportAsync(CrossingFilter filter, Stream to, Actor actor, CancellationToken cancellation = default) => throw new NotImplementedException();
}

/// <summary>What was exported.</summary>
/// <param name="Rows">Rows written, without the header.</param>
public sealed record CsvExport(int Rows);
