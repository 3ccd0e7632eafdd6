namespace Rahdari.Border.Received;

/// <summary>Why something that came over a link was not taken in.</summary>
public enum Refusal
{
    /// <summary>It is no run of records.</summary>
    Unreadable,

    /// <summary>No node of that name was enrolled.</summary>
    SenderUnknown,

    /// <summary>The node's certificates were revoked.</summary>
    SenderRevoked,

    /// <summary>The record names another node than the one whose link it came over.</summary>
    OfAnotherNode,

    /// <summary>The record's hash is not that of its content in its place.</summary>
    HashWrong,

    /// <summary>The record's signature is not by the node's key.</summary>
    SignatureWrong,

    /// <summary>The record does not follow the one before it.</summary>
    ChainBroken,

    /// <summary>Another record of the same node and sequence was taken in before: two were signed, or one was altered.</summary>
    Forked,

    /// <summary>Another record has its id.</summary>
    IdTaken,

    /// <summary>What it says is not the node's to say: a crossing of another port, a record in another's name.</summary>
    NotTheirs,
}
