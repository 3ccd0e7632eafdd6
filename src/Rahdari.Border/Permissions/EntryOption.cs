using Rahdari.Documents.Findings;

namespace Rahdari.Border.Permissions;

/// <summary>One way in which a traveller might be let in, and what it allows today, or what speaks against it.</summary>
public sealed record EntryOption
{
    /// <summary>Names it in a decision and in the crossing: the class, with the number where one was issued (<c>TOURIST/V-0001</c>).</summary>
    public required string Key { get; init; }

    /// <summary>The permission, where one was issued.</summary>
    public Guid? PermissionId { get; init; }

    /// <summary>The code of the class.</summary>
    public required string Class { get; init; }

    /// <summary>What it is.</summary>
    public required PermissionKind Kind { get; init; }

    /// <summary>The title of the class in English.</summary>
    public required string Title { get; init; }

    /// <summary>The title in Urdu, where there is one.</summary>
    public string? TitleUrdu { get; init; }

    /// <summary>The permission's number.</summary>
    public string? Number { get; init; }

    /// <summary>Who issued the permission.</summary>
    public string? Authority { get; init; }

    /// <summary>The document to which it is bound, where that is not the one presented: State and number.</summary>
    public string? OtherDocument { get; init; }

    /// <summary>Where the class is laid down.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>The last day of the stay that it allows; null where it sets none, or cannot be used.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How often it lets enter still, this time counted; null where as often as wanted.</summary>
    public int? EntriesLeft { get; init; }

    /// <summary>What speaks against it; nothing where it can be used.</summary>
    public required IReadOnlyList<Finding> Against { get; init; }

    /// <summary>True where it can be used today.</summary>
    public bool IsUsable => Against.Count == 0;
}
