using System.Security.Cryptography;
using Rahdari.Casework.Shelter.Keys;

namespace Rahdari.Tests;

/// <summary>Keys of the victims' store that cost tests little: guesses at passphrases are cheap, and pairs are made before. Only in tests can it be had; a site uses <see cref="KeyStrength.Standard"/>.</summary>
internal static class CheapKeys
{
    // Making a pair takes seconds: a few are made once and taken in turn, enough that no two in a site are the same.
    private static readonly Lazy<RSAParameters[]> Pairs = new(() =>
    {
        var made = new RSAParameters[12];
        Parallel.For(0, made.Length, i =>
        {
            using var pair = KeyPair.Make();
            made[i] = pair.ExportParameters(includePrivateParameters: true);
        });
        return made;
    });

    private static int taken;

    public static KeyStrength Strength { get; } = new(1000, NextPair);

    private static RSA NextPair()
    {
        var pair = RSA.Create();
        pair.ImportParameters(Pairs.Value[(uint)Interlocked.Increment(ref taken) % Pairs.Value.Length]);
        return pair;
    }
}
