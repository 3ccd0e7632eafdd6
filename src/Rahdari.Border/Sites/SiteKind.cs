namespace Rahdari.Border.Sites;

/// <summary>What a site is for. It stands in its settings and is asked at the door: each kind is opened by a way of its own, and by no other.</summary>
public enum SiteKind
{
    /// <summary>Works at a border, or shows how that is done.</summary>
    Service,

    /// <summary>Teaches: nothing that comes from it is a record of anything, and nothing real may come into it.</summary>
    Training,
}
