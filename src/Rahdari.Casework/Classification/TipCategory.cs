namespace Rahdari.Casework.Classification;

/// <summary>A category of statistics.</summary>
/// <param name="Dimension">Of what.</param>
/// <param name="Code">Its code, unique in its dimension; <see cref="Unknown"/> in every one.</param>
/// <param name="Label">What people read, in English.</param>
/// <param name="Source">Where the category comes from; empty where it is nobody's.</param>
public sealed record TipCategory(TipDimension Dimension, string Code, string Label, string Source)
{
    /// <summary>The code of what is not known.</summary>
    public const string Unknown = "unknown";
}
