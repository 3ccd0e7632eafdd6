using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Ledger;
using Rahdari.Border.Permissions;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Tests.Permissions;

/// <summary>What someone with the database's password could try with visas, extensions and rules.</summary>
public class PermissionLedgerTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Whatever_is_changed_behind_the_visa_officers_back_is_named(string engine)
    {
        await using var site = await Entries.OpenAsync(engine);
        var permissions = new List<Guid>();
        var extensions = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            permissions.Add((await Entries.IssueAsync(site, Entries.Issued($"V-{i}"))).Id);
            extensions.Add(Entries.Succeed(await site.Get<ExtensionRegister>().GrantAsync(Entries.Granted($"X-{i}"), site.VisaOfficer, Cancellation)).Id);
        }
        foreach (var i in new[] { 4, 5 })
        {
            Entries.Succeed(await site.Get<PermissionRegister>().RevokeAsync(permissions[i], "a mistake", site.VisaOfficer, Cancellation));
            Entries.Succeed(await site.Get<ExtensionRegister>().RevokeAsync(extensions[i], "a mistake", site.VisaOfficer, Cancellation));
        }
        Assert.Empty(await FaultsAsync(site));

        await using (var db = site.Get<BorderStorage>().Open())
        {
            // Made out for longer, deleted, revoked by nobody, found by another number, no longer revoked, revoked for another reason.
            await db.Permissions.Where(p => p.Id == permissions[0]).ExecuteUpdateAsync(p => p.SetProperty(x => x.ValidUntil, new DateOnly(2030, 1, 1)), Cancellation);
            await db.Permissions.Where(p => p.Id == permissions[1]).ExecuteDeleteAsync(Cancellation);
            await db.Permissions.Where(p => p.Id == permissions[2]).ExecuteUpdateAsync(p => p.SetProperty(x => x.RevokedAt, site.Clock.GetUtcNow()), Cancellation);
            await db.Permissions.Where(p => p.Id == permissions[3]).ExecuteUpdateAsync(p => p.SetProperty(x => x.NumberAsRead, "V9"), Cancellation);
            await db.Permissions.Where(p => p.Id == permissions[4]).ExecuteUpdateAsync(p => p.SetProperty(x => x.RevokedAt, (DateTimeOffset?)null), Cancellation);
            await db.Permissions.Where(p => p.Id == permissions[5]).ExecuteUpdateAsync(p => p.SetProperty(x => x.RevokedReason, "another"), Cancellation);
            await db.StayExtensions.Where(x => x.Id == extensions[0]).ExecuteUpdateAsync(x => x.SetProperty(e => e.Until, new DateOnly(2030, 1, 1)), Cancellation);
            await db.StayExtensions.Where(x => x.Id == extensions[1]).ExecuteDeleteAsync(Cancellation);
            await db.StayExtensions.Where(x => x.Id == extensions[2]).ExecuteUpdateAsync(x => x.SetProperty(e => e.RevokedAt, site.Clock.GetUtcNow()), Cancellation);
            await db.StayExtensions.Where(x => x.Id == extensions[3]).ExecuteUpdateAsync(x => x.SetProperty(e => e.DecidedBefore, site.Clock.GetUtcNow().AddDays(30)), Cancellation);
            await db.StayExtensions.Where(x => x.Id == extensions[4]).ExecuteUpdateAsync(x => x.SetProperty(e => e.RevokedAt, (DateTimeOffset?)null), Cancellation);
            await db.StayExtensions.Where(x => x.Id == extensions[5]).ExecuteUpdateAsync(x => x.SetProperty(e => e.RevokedReason, "another"), Cancellation);
            await db.EntryRules.ExecuteUpdateAsync(r => r.SetProperty(x => x.Classes, "[]"), Cancellation);
            var forged = await db.EntryRules.AsNoTracking().SingleAsync(Cancellation);
            db.EntryRules.Add(new EntryRulesRow { Id = Guid.CreateVersion7(), Number = 2, Classes = forged.Classes, Reason = "none", PublishedAt = forged.PublishedAt, PublishedBy = "nobody" });
            await db.SaveChangesAsync(Cancellation);
        }
        var faults = await FaultsAsync(site);
        foreach (var ids in new[] { permissions, extensions })
        {
            Assert.Equal(new[] { ids[0], ids[3], ids[4], ids[5] }.Order(), faults.Where(f => f.Code == "ROW_CHANGED" && ids.Contains(f.Id!.Value)).Select(f => f.Id!.Value).Order());
            Assert.Equal(ids[1], Assert.Single(faults, f => f.Code == "ROW_DELETED" && ids.Contains(f.Id!.Value)).Id);
            Assert.Equal(ids[2], Assert.Single(faults, f => f.Code == "ROW_INSERTED" && ids.Contains(f.Id!.Value)).Id);
        }
        Assert.Equal(["ROW_CHANGED", "ROW_INSERTED"], faults.Where(f => f.Kind == LedgerKind.EntryRules).Select(f => f.Code).Order());
    }

    private static async Task<IReadOnlyList<LedgerFault>> FaultsAsync(TestSite site) =>
        Entries.Succeed(await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: Cancellation)).Faults;
}
