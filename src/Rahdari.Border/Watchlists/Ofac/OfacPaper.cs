using Rahdari.Border.Watchlists.Reading;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.Ofac;

/// <summary>An IDRegDocument: a numbered paper of one identity.</summary>
internal static class OfacPaper
{
    private static readonly string[] Described = ["Comment", "IssuingAuthority"];

    /// <summary>Adds the paper to its holder; what a paper's fields do not hold becomes a line of the remarks.</summary>
    public static void Add(ListElement paper, EntryDraft entry, OfacWords words)
    {
        var (type, number) = (words.Of("IDRegDocType", paper.Peek("IDRegDocTypeID")), paper.Peek("IDRegistrationNo"));
        var country = paper.Peek("IssuedBy-CountryID") is { Length: > 0 } id ? words.Of("Country", id) : "";
        var state = CountryWords.ToIso3166Alpha3(country);
        if (number.Length > 0)
            entry.Document(new ListedDocument(type, number, state));
        var more = new List<string>();
        if (state is null && country is not ("" or "undetermined"))
            more.Add(country);
        if (paper.Peek("ValidityID") is { Length: > 0 } validity && words.Of("Validity", validity) is var standing and not ("" or "Valid" or "Unknown"))
            more.Add(standing);
        more.AddRange(Described.Select(paper.Peek).Where(said => said.Length > 0 && said != number));
        foreach (var date in paper.Children("DocumentDate"))
        {
            if (date.Children("DatePeriod").FirstOrDefault() is { } period && OfacPeriod.Read(period) is { } day)
                more.Add($"{words.Of("IDRegDocDateType", date.Peek("IDRegDocDateTypeID"))} {day}");
        }
        if (more.Count > 0)
            entry.Remark($"{type} {number}: {string.Join("; ", more)}");
    }
}
