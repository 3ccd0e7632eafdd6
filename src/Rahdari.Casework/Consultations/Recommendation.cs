using Rahdari.Casework.Laws;

namespace Rahdari.Casework.Consultations;

/// <summary>What follows from contributions.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="Title">200 characters at most.</param>
/// <param name="Text">2,000 characters at most.</param>
/// <param name="Themes">What it is about; at least one.</param>
/// <param name="Contributions">The accepted contributions of the consultation on which it rests; at least one.</param>
public sealed record RecommendationDraft(Guid ConsultationId, BothLanguages Title, BothLanguages Text, IReadOnlyList<StrategyTheme> Themes, IReadOnlyList<Guid> Contributions);

/// <summary>A recommendation as it stands.</summary>
/// <param name="Id">The UUID of whoever wrote it first.</param>
/// <param name="Number"><c>R-2026-001</c>.</param>
/// <param name="Version">How often it was changed; from 1 on.</param>
/// <param name="State">Who sees it.</param>
/// <param name="Draft">What it says.</param>
/// <param name="DraftedBy">Who wrote it last: another one publishes.</param>
/// <param name="PublishedOn">When it was published; null before.</param>
public sealed record Recommendation(Guid Id, string Number, int Version, PublicationState State, RecommendationDraft Draft, string DraftedBy, DateOnly? PublishedOn = null);
