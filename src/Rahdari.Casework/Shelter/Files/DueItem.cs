namespace Rahdari.Casework.Shelter.Files;

/// <summary>What falls due.</summary>
/// <param name="FileId">The file.</param>
/// <param name="Pseudonym">Its pseudonym.</param>
/// <param name="Kind">What.</param>
/// <param name="On">When.</param>
public sealed record DueItem(Guid FileId, string Pseudonym, DueKind Kind, DateOnly On);

/// <summary>What can fall due.</summary>
public enum DueKind
{
    /// <summary>The assessment is made again.</summary>
    Assessment,

    /// <summary>The plan is looked at again.</summary>
    PlanReview,

    /// <summary>A goal shall have been reached.</summary>
    Goal,

    /// <summary>Whoever left the shelter is asked how they are.</summary>
    FollowUp,

    /// <summary>A consent ends.</summary>
    ConsentEnds,

    /// <summary>Somebody consented alone who may be a child by what is known now: a guardian, or a decision in their best interests, is needed.</summary>
    ConsentByOther,
}
