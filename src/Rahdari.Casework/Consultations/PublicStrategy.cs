using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Laws;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Consultations;

/// <summary>
/// What everybody may see, without signing in: open and published consultations, published recommendations and actions, and what the system measured of these. It names nobody, and every count in it is rounded. The answer is kept in memory for a minute, or until something of the strategy changes: whoever asks again and again makes no work. Thread-safe.
/// </summary>
public sealed class PublicStrategy : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly CaseworkHome home;
    private readonly CaseworkStorage storage;
    private readonly StrategyMeasure measure;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim turn = new(1);
    private (PublishedStrategy Strategy, DateTimeOffset At, int Changes)? kept;

    internal PublicStrategy(CaseworkHome home, CaseworkStorage storage, StrategyMeasure measure, TimeProvider clock) => (this.home, this.storage, this.measure, this.clock) = (home, storage, measure, clock);

    /// <summary>All of it. Open to everybody; not audited, for nobody is in it.</summary>
    public async Task<PublishedStrategy> ReadAsync(CancellationToken cancellation = default)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await using var db = storage.Open();
            // What is taken back is gone at once.
            var (now, changes) = (clock.GetUtcNow(), await db.Strategy.SumAsync(row => row.Version, cancellation));
            if (kept is not { } before || before.Changes != changes || now - before.At >= Longest || before.Strategy.AsOf != home.LocalDay(now))
                kept = before = (await ReadAsync(db, home.LocalDay(now), cancellation), now, changes);
            return before.Strategy;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>A consultation by its number, where everybody may see it; else null.</summary>
    public async Task<Consultation?> FindAsync(string number, CancellationToken cancellation = default)
    {
        await using var db = storage.Open();
        return (await StrategyRecords.ListAsync<Consultation>(db, StrategyKind.Consultation, cancellation)).FirstOrDefault(c => c.Number == number && IsShown(c));
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<PublishedStrategy> ReadAsync(CaseworkContext db, DateOnly today, CancellationToken cancellation)
    {
        var consultations = (await StrategyRecords.ListAsync<Consultation>(db, StrategyKind.Consultation, cancellation)).Where(IsShown).ToList();
        var recommendations = await StrategyRecords.ListAsync<Recommendation>(db, StrategyKind.Recommendation, cancellation, state: $"{PublicationState.Published}");
        var actions = await StrategyRecords.ListAsync<StrategyAction>(db, StrategyKind.Action, cancellation, state: $"{PublicationState.Published}");
        var shown = new List<PublishedConsultation>();
        foreach (var consultation in consultations)
            shown.Add(await ShownAsync(db, consultation, today, cancellation));
        var ofPublished = recommendations.Where(r => consultations.Any(c => c.Id == r.Draft.ConsultationId && c.State == ConsultationState.Published)).ToList();
        var rests = (await StrategyRecords.ListAsync<Contribution>(db, StrategyKind.Contribution, cancellation, state: $"{ContributionState.Accepted}")).ToList();
        return new PublishedStrategy(
            today,
            shown,
            [
                .. ofPublished.Select(r => new PublishedRecommendation(
                    r.Number, consultations.First(c => c.Id == r.Draft.ConsultationId).Number, r.Draft.Title, r.Draft.Text, r.Draft.Themes, [.. rests.Where(one => r.Draft.Contributions.Contains(one.Id)).Select(one => one.Number)], r.PublishedOn!.Value)),
            ],
            [
                .. actions.Select(a => new PublishedAction(
                    a.Number,
                    a.Draft.Title,
                    a.Draft.Owner,
                    a.Draft.Due,
                    [.. ofPublished.Where(r => a.Draft.Recommendations.Contains(r.Id)).Select(r => r.Number)],
                    a.Draft.Indicator,
                    a.Draft.Year,
                    a.Draft.Province,
                    a.Baseline,
                    a.Draft.Target,
                    a.Last,
                    a.Progress,
                    a.Status,
                    a.StatusReason,
                    IsLate: a.Draft.Due < today && a.Status is not (ActionStatus.Done or ActionStatus.Dropped))),
            ]);
    }

    private static bool IsShown(Consultation consultation) => consultation.State is ConsultationState.Open or ConsultationState.Published;

    private async Task<PublishedConsultation> ShownAsync(CaseworkContext db, Consultation consultation, DateOnly today, CancellationToken cancellation)
    {
        var isPublished = consultation.State == ConsultationState.Published;
        var received = isPublished
            ? await db.Strategy.Where(r => r.Kind == StrategyKind.Contribution && r.ParentId == consultation.Id).Select(r => r.Id).ToListAsync(cancellation) : [];
        var files = isPublished ? await ContributionDesk.FilesAsync(db, consultation.Id, cancellation, ContributionState.Accepted) : [];
        return new PublishedConsultation(
            consultation.Number,
            consultation.State,
            consultation.Draft.Title,
            consultation.Draft.Introduction,
            consultation.Draft.Questions,
            consultation.Draft.OpensOn,
            consultation.Draft.ClosesOn,
            consultation.Draft.Province,
            consultation.Draft.Groups,
            consultation.Draft.Languages,
            consultation.Takes(today) && consultation.Draft.TakesPublic,
            isPublished ? measure.Rounded("received", received) : null,
            // Who is anonymous is of no group and no province: few are judges of one province.
            [
                .. files.Where(file => file.Text is not null).Select(file => new PublishedContribution(
                    file.Contribution.Number,
                    file.Contribution.Question,
                    file.Contribution.Language,
                    file.Contribution.Themes,
                    file.Text!,
                    file.Contribution.IsShortened,
                    file.Organisation,
                    file.Contribution.Answer)),
            ]);
    }
}

/// <summary>What everybody sees of the strategy.</summary>
/// <param name="AsOf">The day on which it was asked for.</param>
/// <param name="Consultations">Open and published ones.</param>
/// <param name="Recommendations">Published ones.</param>
/// <param name="Actions">Published ones.</param>
public sealed record PublishedStrategy(
    DateOnly AsOf, IReadOnlyList<PublishedConsultation> Consultations, IReadOnlyList<PublishedRecommendation> Recommendations, IReadOnlyList<PublishedAction> Actions);

/// <summary>A consultation, as everybody sees it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="State">Open or published.</param>
/// <param name="Title">Its name.</param>
/// <param name="Introduction">Why it is held.</param>
/// <param name="Questions">What it asks.</param>
/// <param name="OpensOn">The first day on which contributions are taken.</param>
/// <param name="ClosesOn">The last.</param>
/// <param name="Province">ISO 3166-2, or null for the whole country.</param>
/// <param name="Groups">Whom it asks.</param>
/// <param name="Languages">In which languages.</param>
/// <param name="TakesContributions">True where everybody may answer today.</param>
/// <param name="Received">Contributions received, to a multiple of five; null while it is open.</param>
/// <param name="Contributions">Those accepted; none while it is open.</param>
public sealed record PublishedConsultation(
    string Number,
    ConsultationState State,
    BothLanguages Title,
    BothLanguages Introduction,
    IReadOnlyList<BothLanguages> Questions,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    string? Province,
    IReadOnlyList<StakeholderGroup> Groups,
    IReadOnlyList<string> Languages,
    bool TakesContributions,
    long? Received,
    IReadOnlyList<PublishedContribution> Contributions);

/// <summary>A contribution, as everybody sees it: without who wrote it, but for an organisation that said so.</summary>
/// <param name="Number">Its number in the consultation.</param>
/// <param name="Question">The question that it answers, from 1 on; null for all of it.</param>
/// <param name="Language">ISO 639.</param>
/// <param name="Themes">What it is about.</param>
/// <param name="Text">Its words.</param>
/// <param name="IsShortened">True where words were taken out.</param>
/// <param name="Organisation">The organisation, where it said so.</param>
/// <param name="Answer">What the authority answers; null where nothing yet.</param>
public sealed record PublishedContribution(int Number, int? Question, string Language, IReadOnlyList<StrategyTheme> Themes, string Text, bool IsShortened, string? Organisation, string? Answer);

/// <summary>A recommendation, as everybody sees it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Consultation">The number of its consultation.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What it says.</param>
/// <param name="Themes">What it is about.</param>
/// <param name="RestsOn">The numbers of the contributions of its consultation on which it rests; one that was taken back is not among them.</param>
/// <param name="PublishedOn">When it was published.</param>
public sealed record PublishedRecommendation(
    string Number, string Consultation, BothLanguages Title, BothLanguages Text, IReadOnlyList<StrategyTheme> Themes, IReadOnlyList<int> RestsOn, DateOnly PublishedOn);

/// <summary>An action, as everybody sees it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Owner">The office that answers for it.</param>
/// <param name="Due">By when.</param>
/// <param name="Recommendations">The numbers of the recommendations that it carries out.</param>
/// <param name="Indicator">What the system measures.</param>
/// <param name="Year">Of cases of this year alone; null for all.</param>
/// <param name="Province">Of cases of this province alone; null for the country.</param>
/// <param name="Baseline">From what it begins.</param>
/// <param name="Target">What it shall come to.</param>
/// <param name="Measured">What the system measured last, and on which day; null where nothing can be told.</param>
/// <param name="Progress">How much of the way is gone, 0 to 100; null where that cannot be told.</param>
/// <param name="Status">How its owner says it stands.</param>
/// <param name="StatusReason">Why.</param>
/// <param name="IsLate">True where its day is past and it is neither done nor dropped.</param>
public sealed record PublishedAction(
    string Number,
    BothLanguages Title,
    BothLanguages Owner,
    DateOnly Due,
    IReadOnlyList<string> Recommendations,
    StrategyIndicator Indicator,
    int? Year,
    string? Province,
    Measurement? Baseline,
    decimal Target,
    Measurement? Measured,
    int? Progress,
    ActionStatus Status,
    string? StatusReason,
    bool IsLate);
