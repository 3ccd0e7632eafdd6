namespace Rahdari.Node.Console.SecondLine;

/// <summary>What a user asks of the vetted decisions; sent in the body of a form, for it may be a person's name.</summary>
public sealed class VettedSearch
{
    /// <summary>A part of a name, a reference, or the key of a traveller.</summary>
    public string? Text { get; set; }

    /// <summary><c>true</c> for those that hold, <c>false</c> for those that do not; anything else for all.</summary>
    public string? Standing { get; set; }

    /// <summary>How many decisions come before the page.</summary>
    public int Offset { get; set; }
}
