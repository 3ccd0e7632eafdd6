using System.Security.Cryptography;

namespace Rahdari.Casework.Shelter.Keys;

/// <summary>How keys are made and how dear a guess at a passphrase is.</summary>
/// <param name="Iterations">Rounds of PBKDF2 with SHA-256.</param>
/// <param name="MakePair">Makes a pair; whoever asks disposes of it.</param>
internal sealed record KeyStrength(int Iterations, Func<RSA> MakePair)
{
    /// <summary>What a site uses: OWASP's figure of 2023 for PBKDF2 with SHA-256, and RSA of 3072 bits.</summary>
    public static KeyStrength Standard { get; } = new(600_000, KeyPair.Make);
}
