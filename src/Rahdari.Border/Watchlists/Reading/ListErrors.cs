namespace Rahdari.Border.Watchlists.Reading;

/// <summary>The errors met while a list is read; the first hundred.</summary>
internal sealed class ListErrors
{
    private readonly List<ListError> errors = [];

    public bool Any => errors.Count > 0;

    /// <summary>True where reading on would tell nobody more.</summary>
    public bool IsFull => errors.Count >= ListLimits.MostErrors;

    public void Add(ListError error)
    {
        if (!IsFull)
            errors.Add(error);
    }

    /// <summary>The list, or the errors that forbid its use.</summary>
    public ListReading Reading(PublishedList list) => Any ? new ListReading(null, errors) : new ListReading(list, []);
}
