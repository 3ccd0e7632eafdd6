namespace Rahdari.Border.ExitControl;

/// <summary>What the officer is to do with whom an order names.</summary>
public enum ExitInstruction
{
    /// <summary>Not let out; refer.</summary>
    Stop,

    /// <summary>Not let out; refer, and keep the document.</summary>
    TakeDocument,

    /// <summary>Let out; the authority is to hear of it.</summary>
    InformOnly,
}
