namespace Rahdari.Casework.Consultations;

/// <summary>What somebody answers to a consultation.</summary>
/// <param name="Text">Their words, 5,000 characters at most.</param>
/// <param name="Language">ISO 639; one of the consultation's.</param>
/// <param name="Group">For whom they speak.</param>
/// <param name="Question">The question that they answer, from 1 on; null for all of it.</param>
/// <param name="Province">ISO 3166-2, or null.</param>
/// <param name="Name">Who they are; null where they do not say, and then nothing of who they are is kept anywhere.</param>
/// <param name="Organisation">For which organisation they speak; null where for none, or unsaid. Shown to everybody with the contribution; the name is not.</param>
public sealed record NewContribution(string Text, string Language, StakeholderGroup Group, int? Question = null, string? Province = null, string? Name = null, string? Organisation = null);

/// <summary>A contribution as it stands, without its words.</summary>
/// <param name="Id">A random UUID, which tells no time.</param>
/// <param name="ConsultationId">What it answers.</param>
/// <param name="Number">Its number in the consultation, from 1 on.</param>
/// <param name="Version">How often it was changed; from 1 on.</param>
/// <param name="State">What became of it.</param>
/// <param name="Origin">How it came.</param>
/// <param name="Group">For whom it speaks.</param>
/// <param name="Language">ISO 639.</param>
/// <param name="IsAnonymous">True where nothing of who wrote it is kept.</param>
/// <param name="ReceivedOn">The day.</param>
/// <param name="Themes">What it is about.</param>
/// <param name="Question">The question that it answers, from 1 on; null for all of it.</param>
/// <param name="Province">ISO 3166-2, or null.</param>
/// <param name="EnteredBy">The strategy officer who entered it; null where it was handed in.</param>
/// <param name="IsShortened">True where a moderator took words out: what would name somebody.</param>
/// <param name="Answer">What the authority answers; null where nothing yet.</param>
/// <param name="Seal">SHA-256 over its words, their writer and a secret salt, which are kept beside; null once they are erased.</param>
public sealed record Contribution(
    Guid Id,
    Guid ConsultationId,
    int Number,
    int Version,
    ContributionState State,
    ContributionOrigin Origin,
    StakeholderGroup Group,
    string Language,
    bool IsAnonymous,
    DateOnly ReceivedOn,
    IReadOnlyList<StrategyTheme> Themes,
    int? Question = null,
    string? Province = null,
    string? EnteredBy = null,
    bool IsShortened = false,
    string? Answer = null,
    string? Seal = null);

/// <summary>A contribution with its words.</summary>
/// <param name="Contribution">How it stands.</param>
/// <param name="Text">Its words; null once they are erased.</param>
/// <param name="Name">Who wrote it, where they said so.</param>
/// <param name="Organisation">For which organisation, where they said so.</param>
public sealed record ContributionFile(Contribution Contribution, string? Text, string? Name, string? Organisation);

/// <summary>A contribution that was taken.</summary>
/// <param name="Contribution">How it stands.</param>
/// <param name="Receipt">The code with which its writer takes it back: told this once, and kept nowhere but as a hash.</param>
public sealed record TakenContribution(Contribution Contribution, string Receipt);

/// <summary>What a moderator decides.</summary>
/// <param name="Accept">True where it is shown.</param>
/// <param name="Themes">What it is about; at least one where it is accepted.</param>
/// <param name="Reason">Why not; asked for where it is rejected or shortened.</param>
/// <param name="Shortened">Its words without what would name somebody, in place of what was written; null leaves them.</param>
public sealed record Moderation(bool Accept, IReadOnlyList<StrategyTheme> Themes, string? Reason = null, string? Shortened = null);
