namespace Rahdari.Casework.Shelter.Alerts;

/// <summary>A safety alert as an organisation reads it.</summary>
/// <param name="Id">Its id for this organisation.</param>
/// <param name="FileId">The file.</param>
/// <param name="Pseudonym">Its pseudonym.</param>
/// <param name="Level">How pressing.</param>
/// <param name="At">When it was raised; UTC.</param>
/// <param name="SeenAt">When the organisation first read it; UTC; or null.</param>
/// <param name="Content">What happened and what to do.</param>
public sealed record SafetyAlert(Guid Id, Guid FileId, string Pseudonym, AlertLevel Level, DateTimeOffset At, DateTimeOffset? SeenAt, AlertContent Content);

/// <summary>What happened and what to do.</summary>
/// <param name="Kind">What.</param>
/// <param name="What">What happened.</param>
/// <param name="ToDo">What to do.</param>
/// <param name="From">The organisation that raised it.</param>
public sealed record AlertContent(AlertKind Kind, string What, string ToDo, string From);
