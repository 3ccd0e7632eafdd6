using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.ExitControl;

/// <summary>The orders that are not lifted as one more list that is searched: each entered or lifted makes a version of it.</summary>
internal static class OrderList
{
    /// <summary>The list's name; no other list may be called so.</summary>
    public const string Name = ExitOrder.List;

    /// <summary>The order as an entry of the list.</summary>
    public static WatchlistEntry Entry(ExitOrderRow row)
    {
        var terms = row.ReadTerms();
        return new WatchlistEntry
        {
            Reference = row.Reference,
            Kind = WatchlistEntryKind.Individual,
            Programme = $"{terms.Authority}, {terms.AuthorityReference}",
            Names = [new ListedName(terms.Name, ListedNameKind.Primary)],
            BirthDates = terms.DateOfBirth.IsUnknown ? [] : [new DateSpan(terms.DateOfBirth)],
            Nationalities = terms.Nationality is { } nationality ? [nationality] : [],
            Documents = [.. terms.Cnic is { } cnic ? [new ListedDocument("CNIC", cnic, "PAK")] : Array.Empty<ListedDocument>(), .. terms.Documents.Select(document => document.Listed)],
            Order = new ListedOrder
            {
                Kind = terms.Kind,
                Instruction = terms.Instruction,
                LegalBasis = terms.LegalBasis,
                Authority = terms.Authority,
                AuthorityReference = terms.AuthorityReference,
                ValidFrom = terms.ValidFrom,
                ValidTo = terms.ValidTo,
            },
        };
    }

    /// <summary>Makes the version that has an order more, or one that is lifted less.</summary>
    public static async Task ChangeAsync(LedgerAppend append, ExitOrderRow row, bool isLifted, string actor, CancellationToken cancellation)
    {
        var db = append.Db;
        var before = await db.WatchlistVersions.AsNoTracking().Where(v => v.List == Name).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellation);
        var number = (before?.Number ?? 0) + 1;
        var orders = (before?.Entries ?? 0) + (isLifted ? -1 : 1);
        if (isLifted)
        {
            await db.WatchlistEntries.Where(WatchlistEntryRow.In(Name, number - 1)).Where(e => e.Reference == row.Reference)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.UntilVersion, number), cancellation);
        }
        else
        {
            var entry = Entry(row);
            db.WatchlistEntries.Add(new WatchlistEntryRow
            {
                Id = Guid.CreateVersion7(append.Now),
                List = Name,
                Reference = entry.Reference,
                Kind = entry.Kind,
                SearchText = string.Join('\n', entry.Names.Select(n => n.Text.ToUpperInvariant()).Prepend(entry.Reference)),
                Content = JsonSerializer.Serialize(entry, WatchlistJson.Default.WatchlistEntry),
                ContentHash = entry.ContentHash(),
                FromVersion = number,
            });
        }
        db.WatchlistVersions.Add(new WatchlistVersion
        {
            List = Name,
            Number = number,
            PublishedAt = null,
            ImportedAt = append.Now,
            ImportedBy = actor,
            Entries = orders,
            Individuals = orders,
            Added = isLifted ? 0 : 1,
            Changed = 0,
            Delisted = isLifted ? 1 : 0,
        });
    }
}
