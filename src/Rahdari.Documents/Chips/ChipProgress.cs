using Rahdari.Documents.Lds;

namespace Rahdari.Documents.Chips;

/// <summary>How far the reading of a chip is.</summary>
/// <param name="File">The file that is being read.</param>
/// <param name="Octets">Octets of it read.</param>
/// <param name="Length">Octets that it has.</param>
/// <param name="FilesRead">Files read before it.</param>
/// <param name="Files">Files to read, as far as is known.</param>
public readonly record struct ChipProgress(ElementaryFile File, int Octets, int Length, int FilesRead, int Files)
{
    /// <summary>Of the whole, nought to one; the portrait is most of it, and each file counts alike.</summary>
    public double Share => Files == 0 ? 0 : (FilesRead + (Length == 0 ? 0 : (double)Octets / Length)) / Files;
}
