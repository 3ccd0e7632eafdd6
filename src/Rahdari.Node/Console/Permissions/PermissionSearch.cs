namespace Rahdari.Node.Console.Permissions;

/// <summary>What a user asks of permissions or extensions; sent in the body of a form, for it may be a person's name.</summary>
public sealed class PermissionSearch
{
    /// <summary>A number or a surname, from its beginning on.</summary>
    public string? Text { get; set; }

    /// <summary><c>true</c> for those by which somebody may enter, <c>false</c> for the others; anything else for all.</summary>
    public string? Standing { get; set; }

    /// <summary>How many come before the page.</summary>
    public int Offset { get; set; }
}
