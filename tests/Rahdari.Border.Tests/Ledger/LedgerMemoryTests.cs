using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Tests.Ledger;

/// <summary>A chain of years is verified in the memory of a few of its records.</summary>
[Collection(nameof(Alone))]
public class LedgerMemoryTests
{
    [Fact]
    public async Task A_long_chain_is_walked_without_being_held()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Specimens.Passport("U00000001")); // leaves three records
        await using (var db = site.Get<BorderStorage>().Open())
        using (var key = site.Folder.OpenKey())
        {
            var head = await db.LedgerHeads.SingleAsync(TestContext.Current.CancellationToken);
            // Facts of a kind that has no table: a chain alone.
            for (var written = 0; written < 20_000; written += 1000)
            {
                for (var i = 0; i < 1000; i++)
                {
                    var entry = LedgerChain.Sign(key, head.Hash, head.Node, head.Sequence + 1, new LedgerFact("note", Guid.CreateVersion7(), new string('x', 1000)));
                    db.Ledger.Add(entry);
                    (head.Sequence, head.Hash) = (entry.Sequence, entry.Hash);
                }
                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
                foreach (var entry in db.ChangeTracker.Entries<LedgerEntry>().ToArray())
                    entry.State = EntityState.Detached;
            }
        }
        var peak = new Peak();
        var verification = await site.Get<LedgerVerifier>().WalkAsync(null, peak, TestContext.Current.CancellationToken);
        Assert.Equal((20_003, 0), (verification.Checked, verification.Faults.Count));
        TestContext.Current.TestOutputHelper!.WriteLine($"[measure] memory kept while 20,003 records (20 MB) are verified: {peak.Bytes / 1024.0 / 1024:F1} MB");
        Assert.InRange(peak.Bytes, 0, 15 << 20);
    }

    /// <summary>The most that is kept in memory over what was held before.</summary>
    private sealed class Peak : IProgress<double>
    {
        private readonly long before = GC.GetTotalMemory(forceFullCollection: true);

        public long Bytes { get; private set; }

        public void Report(double value) => Bytes = Math.Max(Bytes, GC.GetTotalMemory(forceFullCollection: true) - before);
    }
}
