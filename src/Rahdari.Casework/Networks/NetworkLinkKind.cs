namespace Rahdari.Casework.Networks;

/// <summary>How two nodes are joined.</summary>
public enum NetworkLinkKind
{
    /// <summary>A case names a person or a thing, or a person has a thing.</summary>
    Named,

    /// <summary>Two people, or a person and somebody in another circle's case, may be one: the same document, or the same nationality, name and father's name.</summary>
    PerhapsSamePerson,
}
