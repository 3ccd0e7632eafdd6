namespace Rahdari.Links.Pki;

/// <summary>How far an invitation has come. That it is past its time follows from the clock.</summary>
public enum InvitationState
{
    /// <summary>Its code may be used once.</summary>
    Open,

    /// <summary>Its code was used.</summary>
    Used,

    /// <summary>Three wrong tries: its code is worth nothing.</summary>
    Burnt,
}

/// <summary>
/// That a node may be enrolled with a one-time code. Of the code nothing stands here: it is made of <paramref name="Nonce"/>, node and port under a key that only the authority's machine has.
/// </summary>
/// <param name="Node">The node.</param>
/// <param name="Port">The port that it must be of.</param>
/// <param name="Nonce">16 random bytes.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="State">How far it has come.</param>
/// <param name="WrongTries">Requests with a wrong proof of the code.</param>
public sealed record Invitation(string Node, string Port, byte[] Nonce, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, InvitationState State, int WrongTries);
