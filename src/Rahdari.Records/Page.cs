namespace Rahdari.Records;

/// <summary>A part of a longer list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">This page's items.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Offset">How many come before this page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Offset);
