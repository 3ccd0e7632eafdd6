namespace Rahdari.Casework.Laws;

/// <summary>A text in the two languages of the console.</summary>
/// <param name="En">In English.</param>
/// <param name="Ur">In Urdu.</param>
public sealed record BothLanguages(string En, string Ur)
{
    /// <summary>The text in a language: <c>ur</c>, or else English.</summary>
    public string In(string language) => language == "ur" ? Ur : En;
}
