using Rahdari.Matching.Names;

namespace Rahdari.Matching;

/// <summary>Whether a listed person would be met in very many people: nothing is known but names that prove little.</summary>
public static class WidePerson
{
    /// <summary>
    /// True where the list gives neither a year of birth nor a document, and every name that can be compared is a single part or
    /// made of names that about one person in a hundred bears. False where no name can be compared: nobody is met in such a one.
    /// </summary>
    public static bool Is(ListedPerson person)
    {
        if (person.Documents.Count > 0 || person.BirthDates.Any(span => span.From.Year is not null || span.To.Year is not null))
            return false;
        var names = person.Names.Select(name => NameFolding.Tokens(name.Text).Where(token => !token.IsParticle && token.Text.Length > 1).ToArray()).Where(tokens => tokens.Length > 0).ToArray();
        return names.Length > 0 && names.All(tokens => tokens.Length == 1 || tokens.All(CommonNames.Contains));
    }
}
