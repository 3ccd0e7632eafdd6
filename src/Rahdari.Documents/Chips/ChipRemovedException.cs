namespace Rahdari.Documents.Chips;

/// <summary>The document was taken off the reader, or the reader away, while it was spoken with.</summary>
public sealed class ChipRemovedException : IOException
{
    /// <summary>Without a reason.</summary>
    public ChipRemovedException()
        : base("The chip no longer answers.")
    {
    }

    /// <summary>With the reader's reason.</summary>
    public ChipRemovedException(string message)
        : base(message)
    {
    }

    /// <summary>With the reader's reason and what caused it.</summary>
    public ChipRemovedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
