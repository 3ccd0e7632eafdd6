using Rahdari.Bench.Screening.Names;
using Rahdari.Matching;

namespace Rahdari.Bench.Screening.Listed;

/// <summary>An entry as it is indexed, and what was taken out of it first to be searched by.</summary>
/// <param name="Whole">The entry as published.</param>
/// <param name="Indexed">The entry without what is held out.</param>
/// <param name="Alias">A good alias that is held out, or null.</param>
/// <param name="OriginalScript">A name in original script that is held out, or null.</param>
/// <param name="Parts">The primary name in plain Latin parts; empty where it is not Latin or has one part alone.</param>
/// <param name="IsTuning">True where the entry is of the half for tuning.</param>
internal sealed record HeldOut(ListedPerson Whole, ListedPerson Indexed, string? Alias, string? OriginalScript, string[] Parts, bool IsTuning)
{
    /// <summary>Takes from every third entry with good aliases one of them, from every second its name in original script.</summary>
    public static HeldOut Of(ListedPerson person)
    {
        var dice = Dice.For("held out", person.Key);
        var plain = PlainName.Of(person.Names[0].Text);
        var parts = PlainName.IsLatin(plain) ? PlainName.Parts(plain) : [];
        ListedName? alias = null, script = null;
        var others = person.Names.Skip(1).Select(n => PlainName.Of(n.Text)).Append(plain).GroupBy(n => n, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        ListedName[] aliases = [.. person.Names.Skip(1).Where(n => n.Kind == ListedNameKind.GoodAlias && IsPlain(n.Text) && others[PlainName.Of(n.Text)] == 1)];
        ListedName[] scripts = [.. person.Names.Skip(1).Where(n => n.Kind == ListedNameKind.OriginalScript)];
        if (aliases.Length > 0 && dice.Chance(1 / 3.0))
            alias = dice.Pick(aliases);
        if (scripts.Length > 0 && dice.Chance(1 / 2.0))
            script = scripts[0];
        var left = person with { Names = [.. person.Names.Where(n => n != alias && n != script)] };
        return new HeldOut(person, left, alias?.Text, script?.Text, parts.Length >= 2 ? parts : [], Dice.Hash(person.Key) % 2 == 0);
    }

    private static bool IsPlain(string name)
    {
        var plain = PlainName.Of(name);
        return PlainName.IsLatin(plain) && plain.Contains(' ', StringComparison.Ordinal) && plain.Length <= 60 && !name.AsSpan().ContainsAny(';', '(', '"');
    }
}
