using System.Globalization;

namespace Rahdari.Documents.Seals;

/// <summary>What the features of a kind of sealed document are: <c>seal-profiles.tsv</c>.</summary>
/// <param name="Reference">Feature definition reference and document type category, four hexadecimal digits.</param>
/// <param name="Document">The kind of document, e.g. <c>Visa</c>.</param>
/// <param name="Tags">Its features by tag.</param>
internal sealed record SealProfile(string Reference, string Document, IReadOnlyDictionary<byte, SealTag> Tags)
{
    private static readonly Dictionary<string, SealProfile> All = DataTable.Rows("Seals.seal-profiles.tsv").GroupBy(row => (row[0], row[1]))
        .Select(rows => new SealProfile(rows.Key.Item1, rows.Key.Item2, rows.ToDictionary(row => byte.Parse(row[2], CultureInfo.InvariantCulture), row => new SealTag(row[3], row[4], row[5] == "yes"))))
        .ToDictionary(profile => profile.Reference);

    /// <summary>The profile, or null where it is not known.</summary>
    public static SealProfile? Find(string reference) => All.GetValueOrDefault(reference);
}
