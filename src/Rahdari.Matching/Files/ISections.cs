namespace Rahdari.Matching.Files;

/// <summary>Flat arrays on their way into a file or out of it, always in one order (<see cref="IndexSections"/>).</summary>
internal interface ISections
{
    /// <summary>Writes an array and returns it, or reads one and leaves <paramref name="held"/> alone.</summary>
    /// <param name="name">What it is called where it is damaged.</param>
    /// <param name="held">What is written.</param>
    ReadOnlyMemory<T> Pass<T>(string name, ReadOnlyMemory<T> held)
        where T : unmanaged;
}
