using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;

namespace Rahdari.Casework.Shelter.Organisations;

/// <summary>To whom something can be sealed from outside of the shelters: who they are, and the public key that was signed with them.</summary>
internal sealed class Inboxes(ShelterWriter writer) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);

    /// <summary>One at a time: whoever seals to a key has stored what they sealed before that key is thrown away.</summary>
    public async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    /// <summary>Every organisation; audited.</summary>
    public Task<Answer<IReadOnlyList<Organisation>>> AllAsync(Actor actor, CancellationToken cancellation) =>
        writer.RunAsync(
            async append =>
            {
                var rows = await append.Db.Organisations.AsNoTracking().OrderBy(o => o.Code).ToListAsync(cancellation);
                append.Audit(actor, ShelterAction.OrganisationsRead);
                return new Answer<IReadOnlyList<Organisation>>([.. rows.Select(row => new Organisation(row.Code, row.Name, row.Kind, row.Contact, KeyPair.Fingerprint(row.PublicKey)))]);
            },
            cancellation);

    /// <summary>An organisation's public key, or why nothing can be sealed to it: one that was changed in the database is used for nothing.</summary>
    public Task<Answer<byte[]>> KeyAsync(string organisation, CancellationToken cancellation) =>
        writer.RunAsync<Answer<byte[]>>(
            async append =>
            {
                var row = await append.Db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == organisation, cancellation);
                return append.Refuses(row) is { } tampered ? tampered
                    : row is null ? CaseworkRule.OrganisationUnknown.Broken("organisation", ("organisation", Files.ShelterFields.Shown(organisation)))
                    : row.PublicKey;
            },
            cancellation);
}
