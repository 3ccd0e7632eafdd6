namespace Rahdari.Casework.Shelter;

/// <summary>What the victims' store audits. A record names a pseudonym, a section, a purpose; never anything of what was read.</summary>
public static class ShelterAction
{
#pragma warning disable CS1591 // The names say it.
    public const string OrganisationFounded = "shelter.organisation.founded";
    public const string OrganisationsRead = "shelter.organisations.read";

    /// <summary>Who waits to be taken in was listed, or one of them read.</summary>
    public const string ArrivalsRead = "victims.arrivals.read";
    public const string PartnerTrusted = "shelter.partner.trusted";
    public const string MemberEnrolled = "shelter.member.enrolled";
    public const string MemberAdmitted = "shelter.member.admitted";
    public const string MemberRemoved = "shelter.member.removed";
    public const string PassphraseChanged = "shelter.passphrase.changed";
    public const string PassphraseTried = "shelter.passphrase.tried";
    public const string CabinetOpened = "shelter.cabinet.opened";
    public const string CabinetRecovered = "shelter.cabinet.recovered";
    public const string VictimOpened = "victim.opened";
    public const string VictimWritten = "victim.written";
    public const string VictimRead = "victim.read";
    public const string VictimsRead = "victims.read";
    public const string VictimExported = "victim.exported";
    public const string VictimRefused = "victim.read.refused";
    public const string ConsentRecorded = "victim.consent.recorded";
    public const string ConsentRevoked = "victim.consent.revoked";
    public const string ConsentLapsed = "victim.consent.lapsed";
    public const string ReferralOffered = "victim.referral.offered";
    public const string ReferralAnswered = "victim.referral.answered";
    public const string BedsChanged = "shelter.beds.changed";
    public const string BedsRead = "shelter.beds.read";
    public const string StayBegun = "victim.stay.begun";
    public const string StayEnded = "victim.stay.ended";
    public const string WaitingChanged = "victim.waiting.changed";
    public const string AlertRaised = "victim.alert.raised";
    public const string AlertsRead = "victim.alerts.read";
    public const string Counted = "victims.counted";
    public const string AuditRead = "shelter.audit.read";
#pragma warning restore CS1591
}
