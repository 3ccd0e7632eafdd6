using Rahdari.Casework.Shelter.Consents;

namespace Rahdari.Casework.Shelter.Referrals;

/// <summary>A victim is referred to another organisation.</summary>
/// <param name="Id">A UUID of whoever offers it.</param>
/// <param name="FileId">The file.</param>
/// <param name="Pseudonym">Its pseudonym.</param>
/// <param name="Purpose">For what.</param>
/// <param name="From">The organisation that keeps the file.</param>
/// <param name="To">The organisation that shall help.</param>
/// <param name="State">How it stands.</param>
/// <param name="OfferedAt">When; UTC.</param>
/// <param name="AnsweredAt">When it was answered or ended; UTC; or null.</param>
/// <param name="Message">What the recipient must know to answer; read by the recipient alone while it is offered or accepted on a consent in force; else null.</param>
public sealed record Referral(Guid Id, Guid FileId, string Pseudonym, Purpose Purpose, string From, string To, ReferralState State, DateTimeOffset OfferedAt, DateTimeOffset? AnsweredAt, string? Message);
