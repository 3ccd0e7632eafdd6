using System.Security.Cryptography;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Shelter.Keys;

/// <summary>
/// An organisation's keys, opened by one member with a passphrase and kept in memory alone. It closes by itself after ten minutes without use, eleven at the latest, and then holds no key any more. Whoever opened it keeps
/// it for the session (never in a cookie, a file or a cache) and disposes of it at sign-out. Thread-safe.
/// </summary>
public sealed class Cabinet : IDisposable
{
    /// <summary>How long a cabinet stays open without use.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private readonly byte[] secret; // Pinned, so that the collector leaves no copies behind.
    private readonly RSA pair;
    private long usedAt;
    private bool isClosed;

    /// <summary>Opens it; the pair is the cabinet's from here on.</summary>
    internal Cabinet(string organisation, string member, Guid keyId, ReadOnlySpan<byte> secret, RSA pair, TimeProvider clock)
    {
        (Organisation, Member, KeyId, this.pair, this.clock, PublicKey) = (organisation, member, keyId, pair, clock, pair.ExportSubjectPublicKeyInfo());
        this.secret = GC.AllocateArray<byte>(secret.Length, pinned: true);
        secret.CopyTo(this.secret);
        usedAt = clock.GetTimestamp();
        timer = clock.CreateTimer(_ => CloseWhenIdle(), null, Idle, TimeSpan.FromMinutes(1));
    }

    /// <summary>The organisation's code.</summary>
    public string Organisation { get; }

    /// <summary>The user who opened it.</summary>
    public string Member { get; }

    /// <summary>False once it was closed or left idle.</summary>
    public bool IsOpen
    {
        get
        {
            CloseWhenIdle();
            return !isClosed;
        }
    }

    /// <summary>The fingerprint of the organisation's public key, of what the passphrase opened: where it is not the one on the paper of the founding, somebody has put other keys in their place.</summary>
    public string Fingerprint => KeyPair.Fingerprint(PublicKey);

    /// <summary>SubjectPublicKeyInfo.</summary>
    internal byte[] PublicKey { get; }

    /// <summary>Which of the organisation's keys it holds: after a rotation it is of no use.</summary>
    internal Guid KeyId { get; }

    /// <summary>A cabinet with keys that nobody has had before.</summary>
    internal static Cabinet Make(string organisation, string member, KeyStrength strength, TimeProvider clock)
    {
        var secret = Sealing.NewKey();
        try
        {
            return new Cabinet(organisation, member, Guid.NewGuid(), secret, strength.MakePair(), clock);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>What <see cref="Keyring"/> was made of.</summary>
    internal static Cabinet Of(string organisation, string member, Guid keyId, ReadOnlySpan<byte> keyring, TimeProvider clock)
    {
        var pair = RSA.Create();
        pair.ImportPkcs8PrivateKey(keyring[Sealing.KeyLength..], out _);
        return new Cabinet(organisation, member, keyId, keyring[..Sealing.KeyLength], pair, clock);
    }

    /// <summary>Its user is at work, though nothing was read: the ten minutes begin anew. False where it is closed.</summary>
    public bool Touch()
    {
        lock (gate)
        {
            CloseWhenIdle();
            if (!isClosed)
                usedAt = clock.GetTimestamp();
            return !isClosed;
        }
    }

    /// <summary>Closes it and overwrites its keys.</summary>
    public void Close()
    {
        lock (gate)
        {
            if (isClosed)
                return;
            isClosed = true;
            CryptographicOperations.ZeroMemory(secret);
            pair.Dispose();
            timer.Dispose();
        }
    }

    /// <summary>Closes it.</summary>
    public void Dispose() => Close();

    /// <summary>The rule broken where the actor is no caseworker, is somebody else than who opened the cabinet, or the cabinet is closed. Asked first by everything that takes one.</summary>
    internal static Finding? Bars(Cabinet? cabinet, Actor actor)
    {
        if (actor.Lacks(Roles.Caseworker) is { } denied)
            return denied;
        if (actor.Organisation is null)
            return CaseworkRule.OrganisationRequired.Broken();
        if (cabinet is null || !cabinet.IsOpen)
            return CaseworkRule.CabinetClosed.Broken();
        return cabinet.Organisation == actor.Organisation && cabinet.Member == actor.Name ? null : CaseworkRule.OtherOrganisation.Broken();
    }

    /// <summary>Seals what only the organisation's members read.</summary>
    internal byte[] SealOwn<T>(string belongsTo, T fact) => Use(() => Sealing.SealJson(secret, Own(belongsTo), fact));

    /// <summary>What was sealed for the organisation's members, or null.</summary>
    internal T? OpenOwn<T>(string belongsTo, byte[] box)
        where T : class => Use(() => Sealing.OpenJson<T>(secret, Own(belongsTo), box));

    /// <summary>Wraps a key for the organisation itself; nobody without its secret can make such a wrap.</summary>
    internal byte[] WrapOwn(string belongsTo, byte[] key) => Use(() => Sealing.Seal(secret, Own(belongsTo), key));

    internal byte[]? UnwrapOwn(string belongsTo, byte[] box) => Use(() => Sealing.TryOpen(secret, Own(belongsTo), box, out var key) ? key : null);

    /// <summary>A key that another organisation wrapped to this one's public key, or null.</summary>
    internal byte[]? Unwrap(byte[] wrapped) => Use(() => KeyPair.Unwrap(pair, wrapped));

    /// <summary>A text that another organisation sealed to this one's public key, or null.</summary>
    internal byte[]? OpenFrom(string belongsTo, byte[] box) => Use(() => KeyPair.OpenFrom(pair, belongsTo, box));

    /// <summary>Everything that makes up the organisation's keys: 32 bytes of secret, then the private key as PKCS#8.</summary>
    internal byte[] Keyring() => Use<byte[]>(() =>
    {
        var pkcs8 = pair.ExportPkcs8PrivateKey();
        byte[] keyring = [.. secret, .. pkcs8];
        CryptographicOperations.ZeroMemory(pkcs8);
        return keyring;
    });

    private string Own(string belongsTo) => $"{Organisation}|{KeyId:N}|{belongsTo}";

    private T Use<T>(Func<T> work)
    {
        lock (gate)
        {
            // Whoever asks has passed Bars; a cabinet that closes in between is told as closed by ShelterWriter.
            ObjectDisposedException.ThrowIf(isClosed, this);
            usedAt = clock.GetTimestamp();
            return work();
        }
    }

    private void CloseWhenIdle()
    {
        lock (gate)
        {
            if (!isClosed && clock.GetElapsedTime(usedAt) >= Idle)
                Close();
        }
    }
}
