using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rahdari.Border.Travellers.Links;

/// <summary>
/// What an identity is looked up by: numbers, and each day of birth with a part of the name as it sounds. Two identities that <see cref="IdentityComparison"/> would
/// link share a key. A key is a number made of what it stands for, and names nobody.
/// </summary>
internal static class IdentityKeys
{
    /// <summary>Changes with what keys are made of: those of another version are made anew.</summary>
    public const int Version = 2;

    /// <summary>One traveller in so many has the key <see cref="Sample"/>: that many are counted quickly.</summary>
    public const int OneIn = 1024;

    private const int RarestParts = 3;

    /// <summary>The key of the sample.</summary>
    public static readonly long Sample = Key("S");

    /// <summary>Keys that few identities share: the personal number, the document's own without its code, those of documents that it names.</summary>
    public static IReadOnlyList<long> OfNumbers(KnownIdentity identity)
    {
        var keys = new List<long>();
        if (identity.PersonalNumber is { } number)
            keys.Add(Key($"N {number}"));
        if (identity.DocumentNumber.Length > 0)
            keys.Add(Key($"D {identity.DocumentNumber}"));
        keys.AddRange(identity.OtherDocuments.Select(other => Key($"D {other}")));
        return [.. keys.Distinct()];
    }

    /// <summary>Keys of the day of birth with the rarest parts of the name; of 1 January, which stands for a year, with two parts each.</summary>
    public static IReadOnlyList<long> OfBirth(KnownIdentity identity, IdentityComparison comparison)
    {
        if (identity.DateOfBirth.Year is null)
            return [];
        var sounds = comparison.Persons.Sounds($"{identity.PrimaryIdentifier} {identity.SecondaryIdentifier}", RarestParts);
        var isTelling = identity.DateOfBirth.IsComplete && identity.DateOfBirth is not { Month: 1, Day: 1 };
        if (isTelling || sounds.Count <= 1)
            return [.. sounds.Select(sound => Key($"B {identity.DateOfBirth} {sound:X}"))];
        return
        [
            .. from i in Enumerable.Range(0, sounds.Count)
               from j in Enumerable.Range(0, sounds.Count)
               where sounds[i] < sounds[j]
               select Key($"B {identity.DateOfBirth} {sounds[i]:X} {sounds[j]:X}"),
        ];
    }

    /// <summary>Keys that are only counted: the whole name with the nationality, and of one traveller in <see cref="OneIn"/> that of the sample.</summary>
    public static IReadOnlyList<long> OfCounts(KnownIdentity identity)
    {
        var name = OfName(identity);
        return (Key($"S {identity.IssuingState} {identity.DocumentNumber}") & (OneIn - 1)) == 0 ? [name, Sample] : [name];
    }

    /// <summary>The key of a whole name, as it was read, with the nationality.</summary>
    public static long OfName(KnownIdentity identity) => Key($"F {identity.Nationality} {identity.PrimaryIdentifier}<<{identity.SecondaryIdentifier}");

    private static long Key(string text) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
