using Rahdari.Casework.Laws;

namespace Rahdari.Casework.Consultations;

/// <summary>What a consultation asks.</summary>
/// <param name="Title">Its name, 200 characters at most.</param>
/// <param name="Introduction">Why it is held, 2,000 characters at most.</param>
/// <param name="Questions">One to ten, each of 500 characters at most.</param>
/// <param name="OpensOn">The first day on which contributions are taken.</param>
/// <param name="ClosesOn">The last.</param>
/// <param name="Groups">Whom it asks; at least one.</param>
/// <param name="Languages">ISO 639 codes of the languages in which it is answered; at least one of <see cref="ConsultationLanguages"/>.</param>
/// <param name="TakesPublic">True where everybody may answer by the public form; false where contributions come from seminars alone.</param>
/// <param name="Province">ISO 3166-2, or null for the whole country.</param>
public sealed record ConsultationDraft(
    BothLanguages Title,
    BothLanguages Introduction,
    IReadOnlyList<BothLanguages> Questions,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    IReadOnlyList<StakeholderGroup> Groups,
    IReadOnlyList<string> Languages,
    bool TakesPublic,
    string? Province = null);

/// <summary>A consultation as it stands.</summary>
/// <param name="Id">The UUID of whoever wrote it first.</param>
/// <param name="Number"><c>C-2026-001</c>.</param>
/// <param name="Version">How often it was changed; from 1 on.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Draft">What it asks.</param>
/// <param name="DraftedBy">Who wrote it last: another one opens and publishes.</param>
/// <param name="ClosedOn">When it was closed; null before.</param>
/// <param name="PublishedOn">When it was published; null where it is not.</param>
public sealed record Consultation(
    Guid Id, string Number, int Version, ConsultationState State, ConsultationDraft Draft, string DraftedBy, DateOnly? ClosedOn = null, DateOnly? PublishedOn = null)
{
    /// <summary>True where contributions are taken on the day.</summary>
    public bool Takes(DateOnly day) => State == ConsultationState.Open && day >= Draft.OpensOn && day <= Draft.ClosesOn;
}
