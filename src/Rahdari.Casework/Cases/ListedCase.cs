namespace Rahdari.Casework.Cases;

/// <summary>A case in a list.</summary>
/// <param name="Id">The key.</param>
/// <param name="Number">The number.</param>
/// <param name="Law">The law that it was opened under.</param>
/// <param name="Circle">The circle that keeps it.</param>
/// <param name="ToCircle">The circle that it shall go to, or null.</param>
/// <param name="Stage">Where it lies.</param>
/// <param name="OpenedOn">The day on which it was opened.</param>
/// <param name="RegisteredOn">The day of the first information report, or null.</param>
/// <param name="StageSince">The day on which its stage began.</param>
/// <param name="NextDue">The day on which the next time limit ends, or null.</param>
/// <param name="IsOverdue">True where that day has passed.</param>
/// <param name="Accused">How many are suspected.</param>
/// <param name="Arrested">How many of them were arrested.</param>
/// <param name="Victims">How many victims are known.</param>
/// <param name="IsCrossBorder">False for trafficking inside the country.</param>
/// <param name="Forms">The forms of exploitation that are suspected.</param>
public sealed record ListedCase(
    Guid Id,
    string Number,
    string Law,
    string Circle,
    string? ToCircle,
    CaseStage Stage,
    DateOnly OpenedOn,
    DateOnly? RegisteredOn,
    DateOnly StageSince,
    DateOnly? NextDue,
    bool IsOverdue,
    int Accused,
    int Arrested,
    int Victims,
    bool IsCrossBorder,
    IReadOnlyList<ExploitationForm> Forms);
