using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.States;
using Rahdari.Matching;

namespace Rahdari.Border.Screening;

/// <summary>Screens against all lists in force, as the policy says, in an immutable index that is exchanged when a list changes; thread-safe.</summary>
public sealed class WatchlistScreen
{
    private readonly SearchedLists lists;
    private readonly LedgerWriter ledger;
    private readonly PolicyInForce policy;

    internal WatchlistScreen(SearchedLists lists, LedgerWriter ledger, PolicyInForce policy) => (this.lists, this.ledger, this.policy) = (lists, ledger, policy);

    /// <summary>The versions that are searched: <c>un@3</c>; empty before the first <see cref="RefreshAsync"/> and where no list is in force.</summary>
    public IReadOnlyList<string> Versions => lists.Current.Versions.Names;

    /// <summary>The versions in force, where they are not yet those searched; otherwise empty.</summary>
    public IReadOnlyList<string> Awaited => lists.Awaited.Names;

    /// <summary>What of the lists and of the policy is screened by for a purpose: <c>un@3</c>, <c>policy#2</c>.</summary>
    public IReadOnlyList<string> Against(ScreeningPurpose purpose) => policy.Rules.Against(Versions, purpose);

    /// <summary>Hits at or above each list's threshold for the purpose, or at or above one for all, best first.</summary>
    public IReadOnlyList<Hit> Screen(
        PersonQuery person, double? threshold = null, ScreeningPurpose purpose = ScreeningPurpose.ByHand, CancellationToken cancellation = default)
    {
        var now = lists.Current;
        return policy.Rules.Search(now.Index, now.Versions.Names, person, purpose, threshold, cancellation);
    }

    /// <summary>True where a hit that was found alerts by the policy for the purpose, whatever it was looked for at.</summary>
    public bool Alerts(Hit hit, ScreeningPurpose purpose) => policy.Rules.Of(WatchlistEntry.Origin(hit.Person.Key).List, purpose).Alerts(hit);

    /// <summary>Screens a name by hand (no encounter), at each list's threshold where null; audited. Roles: officer, supervisor, watchlist manager.</summary>
    public async Task<Answer<IReadOnlyList<Hit>>> ScreenByHandAsync(PersonQuery person, double? threshold, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor, Roles.WatchlistManager) is { } denied)
            return denied;
        if (string.IsNullOrWhiteSpace(person.Name))
            return BorderRule.NameRequired.Broken("name");
        await ledger.AuditAsync(actor, AuditAction.NameScreened, null, null, actor.Port, person.Name, cancellation);
        return new Answer<IReadOnlyList<Hit>>(Screen(person, threshold, ScreeningPurpose.ByHand, cancellation));
    }

    /// <summary>Takes up what has changed in the lists in force; true where something had.</summary>
    public Task<bool> RefreshAsync(CancellationToken cancellation = default) => lists.RefreshAsync(cancellation);

    /// <summary>The index and the versions that it holds, as they are now.</summary>
    internal (IReadOnlyList<string> Versions, ScreeningIndex Index) Searched
    {
        get
        {
            var now = lists.Current;
            return (now.Versions.Names, now.Index);
        }
    }

    /// <summary>The lists searched and the policy, as they are now.</summary>
    internal FixedScreen Now => new(lists.Current, policy.Rules);

    /// <summary>True where a list in force reports this very document.</summary>
    internal bool IsReported(string issuingState, string documentNumber, ScreeningPurpose purpose)
    {
        var rules = policy.Rules;
        return lists.Current.Reported.Find(issuingState, documentNumber, list => rules.Of(list, purpose).IsScreened).Any(report => report.IsOf(documentNumber));
    }

    /// <summary>Goes by the policy that a database has in force, also where its transaction approved it.</summary>
    internal Task<bool> FollowPolicyAsync(BorderContext db, CancellationToken cancellation) => policy.RefreshAsync(db, cancellation);

    /// <summary>Screens the holder of a document at a counter, and looks for reports of it.</summary>
    internal Screened Screen(MrzFields document, string? placeOfBirth, CancellationToken cancellation) => Now.Screen(document, placeOfBirth, ScreeningPurpose.Counter, cancellation);

    /// <summary>The holder of a document, as screened.</summary>
    internal static PersonQuery Query(MrzFields document, string? placeOfBirth) => new($"{document.PrimaryIdentifier} {document.SecondaryIdentifier}".Trim())
    {
        DateOfBirth = document.DateOfBirth,
        PlaceOfBirth = placeOfBirth,
        Nationality = IssuingStates.ToIso3166Alpha3(document.Nationality),
        Sex = document.Sex switch { Sex.Male => 'M', Sex.Female => 'F', _ => null },
        DocumentNumber = document.DocumentNumber,
        IssuingState = IssuingStates.ToIso3166Alpha3(document.IssuingState),
        PersonalNumber = document.OptionalData.FirstOrDefault(o => o.Length > 0),
        NameMayBeTruncated = document.NameMayBeTruncated,
    };
}
