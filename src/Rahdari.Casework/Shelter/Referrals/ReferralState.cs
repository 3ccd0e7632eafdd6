namespace Rahdari.Casework.Shelter.Referrals;

/// <summary>How a referral stands.</summary>
public enum ReferralState
{
    /// <summary>The recipient has not answered.</summary>
    Offered,

    /// <summary>The recipient helps, and reads what the consent covers.</summary>
    Accepted,

    /// <summary>The recipient cannot help.</summary>
    Declined,

    /// <summary>The consent ended.</summary>
    Ended,
}
