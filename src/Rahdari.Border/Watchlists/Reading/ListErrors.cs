namespace Rahdari.Border.Watchlists.Reading;

/// <summary>The errors met while a list is read; the first hundred.</summary>
internal sealed class ListErrors
{
    private readonly List<ListError> errors = [];

    /// <summary>The first; there must be one.</summary>
    public ListError First => errors[0];

    public bool Any => errors.Count > 0;

    /// <summary>True where reading on would tell nobody more.</summary>
    public bool IsFull => errors.Count >= ListLimits.MostErrors;

    /// <summary>True where an error is of more than one entry: nobody can say what the rest of the list is.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>An error that forbids the use of the list.</summary>
    public void Add(ListError error)
    {
        IsWhole = true;
        Keep(error);
    }

    /// <summary>An error of one entry or row, which is left out.</summary>
    public void Reject(ListError error) => Keep(error);

    /// <summary>The list, or the errors that forbid its use; where these are of single entries, the rest of the list too.</summary>
    public ListReading Reading(PublishedList list) =>
        Any ? new ListReading(null, errors) { Rest = IsWhole || IsFull || list.Entries.Count == 0 ? null : list with { Rejected = errors.Count } } : new ListReading(list, []);

    private void Keep(ListError error)
    {
        if (!IsFull)
            errors.Add(error);
    }
}
