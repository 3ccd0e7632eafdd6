using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Consultations;

/// <summary>Reads the records of the strategy and writes their changes: each is signed whole, and the row is what the newest says.</summary>
internal static class StrategyRecords
{
    /// <summary>Whoever hands in or takes back a contribution: nobody is signed in, and nothing of them is kept.</summary>
    public const string Public = "public";

    public static Task<StrategyRow?> FindAsync(CaseworkContext db, StrategyKind kind, Guid id, CancellationToken cancellation) =>
        db.Strategy.SingleOrDefaultAsync(r => r.Id == id && r.Kind == kind, cancellation);

    public static T Read<T>(StrategyRow row) => JsonSerializer.Deserialize<T>(row.Content, CaseworkJson.Options)!;

    /// <summary>Every record of a kind, or those of a consultation or state alone, in the order of their numbers.</summary>
    public static async Task<IReadOnlyList<T>> ListAsync<T>(CaseworkContext db, StrategyKind kind, CancellationToken cancellation, Guid? parent = null, string? state = null)
    {
        var rows = await db.Strategy.AsNoTracking().Where(r => r.Kind == kind && (parent == null || r.ParentId == parent) && (state == null || r.State == state))
            .OrderBy(r => r.Number).Select(r => r.Content).ToListAsync(cancellation);
        return [.. rows.Select(content => JsonSerializer.Deserialize<T>(content, CaseworkJson.Options)!)];
    }

    /// <summary>The next number of a kind: <c>C-2026-001</c>.</summary>
    public static async Task<string> NextNumberAsync(CaseworkAppend append, char letter, int year, CancellationToken cancellation)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{letter}-{year}-");
        var before = await append.Db.Strategy.CountAsync(r => r.Kind != StrategyKind.Contribution && r.Number.StartsWith(prefix), cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{before + 1:000}");
    }

    /// <summary>Adds a record with its first change.</summary>
    public static void Add<T>(CaseworkAppend append, StrategyKind kind, Guid id, Guid? parent, string number, string state, T content, string by, string what)
    {
        var row = new StrategyRow { Id = id, Kind = kind, ParentId = parent, Number = number, State = state, Version = 1, Content = Written(content) };
        append.Db.Strategy.Add(row);
        Sign(append, row, by, what, null);
    }

    /// <summary>Writes the next state of a record, whose version is one more.</summary>
    public static void Change<T>(CaseworkAppend append, StrategyRow row, int version, string state, T content, string by, string what, string? reason)
    {
        (row.Version, row.State, row.Content) = (version, state, Written(content));
        Sign(append, row, by, what, StrategyFields.Kept(reason));
    }

    /// <summary>What was done with a record, oldest first.</summary>
    public static async Task<IReadOnlyList<ShownChange>> ChangesAsync(CaseworkContext db, Guid id, CancellationToken cancellation)
    {
        var changes = await SignedEvents.OfAsync<StrategyChange>(db, id, cancellation);
        return [.. changes.Select(change => new ShownChange(change.At, change.By, change.What, change.Reason))];
    }

    /// <summary>The seal of a contribution's words: it tells nothing of them to who has not the salt.</summary>
    public static string Seal(ContributionTextRow words) => Convert.ToHexStringLower(SHA256.HashData(
        [.. words.Salt, .. JsonSerializer.SerializeToUtf8Bytes(new[] { words.Text, words.Name, words.Organisation, words.ReceiptHash }, CaseworkJson.Options)]));

    private static void Sign(CaseworkAppend append, StrategyRow row, string by, string what, string? reason)
    {
        var change = new StrategyChange(Guid.CreateVersion7(append.Now), row.Kind, row.Id, row.Version, append.Now, by, what, row.Content, reason);
        SignedEvents.Add(append, CaseworkFactKind.Strategy, row.Id, row.Version, change.Id, change);
        append.Audit(by, CaseworkAction.StrategyChanged, row.Kind.ToString().ToLowerInvariant(), $"{row.Id}", $"{row.Number}: {what}");
    }

    private static string Written<T>(T content) => JsonSerializer.Serialize(content, CaseworkJson.Options);
}
