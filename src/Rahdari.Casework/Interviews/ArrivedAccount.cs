using Rahdari.Casework.Shelter.Files;

namespace Rahdari.Casework.Interviews;

/// <summary>What an organisation receives of an interview, sealed to its public key: who it is, and what they said.</summary>
/// <param name="Pseudonym">The pseudonym under which the circle knows them.</param>
/// <param name="Port">Where they were spoken with.</param>
/// <param name="Identity">Who they are.</param>
/// <param name="Told">All that was written down.</param>
public sealed record ArrivedAccount(string Pseudonym, string Port, IdentitySection Identity, InterviewTold Told)
{
    internal static string Belongs(Guid referral) => $"arrival|{referral:N}";
}
