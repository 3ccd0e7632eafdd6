using Rahdari.Border.Watchlists.Reading;
using Rahdari.Matching;

namespace Rahdari.Border.Watchlists.Ofac;

/// <summary>The names of a profile's identities, each in the order in which it is spoken.</summary>
internal static class OfacIdentity
{
    private static readonly string[] Given = ["First Name", "Middle Name", "Patronymic", "Nickname"];

    private static readonly string[] Family = ["Last Name", "Matronymic", "Maiden Name"];

    /// <summary>Adds every name, the primary one first; false where there is none.</summary>
    public static bool AddNames(ListElement profile, EntryDraft entry, OfacWords words)
    {
        var names = profile.Children("Identity").SelectMany(identity => Names(identity, words)).ToArray();
        // Where the list calls none primary the first is; names in Latin letters are those that it goes by.
        var primary = names.OrderByDescending(n => n.IsPrimary).ThenByDescending(n => n.IsLatin).FirstOrDefault();
        if (primary is null)
            return false;
        entry.Name(primary.Text, ListedNameKind.Primary);
        foreach (var name in names.Where(n => n != primary))
        {
            entry.Name(name.Text, name.Kind);
            // Weak and former: a field can say the one or the other.
            if (name is { Kind: ListedNameKind.LowAlias, Type: "F.K.A." or "N.K.A." })
                entry.Remark($"{name.Text}: {name.Type}");
        }
        return true;
    }

    private static IEnumerable<OfacSpelling> Names(ListElement identity, OfacWords words)
    {
        var groups = identity.Children("NamePartGroups").SelectMany(g => g.Children("MasterNamePartGroup")).SelectMany(m => m.Children("NamePartGroup"))
            .DistinctBy(g => g.Peek("ID")).ToDictionary(g => g.Peek("ID"), g => words.Of("NamePartType", g.Peek("NamePartTypeID")), StringComparer.Ordinal);
        foreach (var alias in identity.Children("Alias"))
        {
            var type = words.Of("AliasType", alias.Peek("AliasTypeID"));
            var isPrimary = alias.Peek("Primary") == "true" && identity.Peek("Primary") != "false";
            foreach (var name in alias.Children("DocumentedName"))
            {
                var values = name.Children("DocumentedNamePart").SelectMany(p => p.Children("NamePartValue")).Where(v => v.Text.Length > 0).ToArray();
                var text = Spoken(values.Select(v => (groups.GetValueOrDefault(v.Peek("NamePartGroupID")) ?? "", v.Text)));
                if (text.Any(char.IsLetterOrDigit))
                    yield return new OfacSpelling(text, type, isPrimary, alias.Peek("LowQuality") == "true", IsLatin(values[0], text, words));
            }
        }
    }

    /// <summary>Given names before the family's, whatever else there is behind them: <c>Olof Utopius SPECIMENSSON</c>.</summary>
    private static string Spoken(IEnumerable<(string Type, string Text)> parts)
    {
        var ordered = parts.OrderBy(p => Given.Contains(p.Type) ? 0 : Family.Contains(p.Type) ? 1 : 2).Select(p => p.Text);
        return string.Join(' ', ordered);
    }

    private static bool IsLatin(ListElement value, string name, OfacWords words) =>
        value.Peek("ScriptID") is { Length: > 0 } script ? words.Of("Script", script).StartsWith("Latin", StringComparison.OrdinalIgnoreCase) : NameScript.IsLatin(name);
}
