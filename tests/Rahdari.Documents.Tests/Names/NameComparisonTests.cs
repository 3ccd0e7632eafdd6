using CsCheck;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Names;

namespace Rahdari.Documents.Tests.Names;

public class NameComparisonTests
{
    [Theory]
    [InlineData("Eriksson", "Anna Maria", "ERIKSSON", "ANNA MARIA", NameAgreement.Equal, "")]
    [InlineData("O’Connor", "Enya Siobhan", "OCONNOR", "ENYA SIOBHAN", NameAgreement.Equal, "")]
    [InlineData("Smith-Jones", "Susie", "SMITH JONES", "SUSIE", NameAgreement.Equal, "")]
    [InlineData("Al-Basri", "Huda", "ALBASRI", "HUDA", NameAgreement.Equal, "")] // States that join the parts
    [InlineData("", "Arkfreith", "ARKFREITH", "", NameAgreement.Equal, "")] // Doc 9303-5 §4.2.2.3
    [InlineData("Müller", "Jürgen", "MUELLER", "JUERGEN", NameAgreement.EqualByTransliteration, "Latin")]
    [InlineData("Müller", "Jürgen", "MULLER", "JURGEN", NameAgreement.EqualByTransliteration, "Latin")] // U is a form of Ü
    [InlineData("Cañón", "José", "CANXXON", "JOSE", NameAgreement.EqualByTransliteration, "Latin")]
    [InlineData("Åström", "Øyvind", "AASTROEM", "OEYVIND", NameAgreement.EqualByTransliteration, "Latin")]
    [InlineData("Горбачёв", "Михаил", "GORBACHEV", "MIKHAIL", NameAgreement.EqualByTransliteration, "Cyrillic")]
    [InlineData("Гончаренко", "Юлія", "HONCHARENKO", "YULIIA", NameAgreement.EqualByTransliteration, "Cyrillic")] // Ukrainian
    [InlineData("Щербаков", "Ъгъл", "SHTERBAKOV", "AGAL", NameAgreement.EqualByTransliteration, "Cyrillic")] // Bulgarian
    [InlineData("الشماع", "هاري", "ALXSHMAE", "HARY", NameAgreement.EqualByTransliteration, "Arabic")]
    [InlineData("عزّ الدين", "فاطمة", "EZZ ALDYN", "FAXTTMXAH", NameAgreement.EqualByTransliteration, "Arabic")]
    [InlineData("خان", "گل پری", "XKHAN", "XGGL PRXYA", NameAgreement.EqualByTransliteration, "Arabic")] // Urdu
    [InlineData("Müller", "Жанна", "MUELLER", "ZHANNA", NameAgreement.EqualByTransliteration, "Latin Cyrillic")]
    [InlineData("Khan", "Gul", "GUL", "KHAN", NameAgreement.PartsExchanged, "")]
    [InlineData("Muhammad Khan", "Gul", "KHAN", "MUHAMMAD GUL", NameAgreement.PartsExchanged, "")]
    [InlineData("Khan", "Gul Muhammad", "KHAN", "GUL", NameAgreement.PartsMissing, "")]
    [InlineData("Khan", "Gul", "KHAN", "GUL MUHAMMAD", NameAgreement.PartsMissing, "")]
    [InlineData("Eriksson", "Anna", "ERIKSEN", "ANNA", NameAgreement.Different, "")]
    [InlineData("Eriksson", "Anna", "", "", NameAgreement.Different, "")]
    [InlineData("", "", "ERIKSSON", "ANNA", NameAgreement.Different, "")]
    public void A_page_and_a_zone_agree_or_are_said_to_differ(string surname, string given, string primary, string secondary, NameAgreement agreement, string tables)
    {
        var comparison = NameComparison.Of(surname, given, primary, secondary, mayBeTruncated: false);
        Assert.Equal(agreement, comparison.Agreement);
        if (agreement <= NameAgreement.EqualByTransliteration)
            Assert.Equal(tables, string.Join(' ', comparison.Tables));
    }

    [Fact]
    public void What_differs_is_shown_from_both_sides()
    {
        var comparison = NameComparison.Of("Eriksson", "Anna Maria", "ERIKSEN", "ANNA MARIA", false);
        Assert.Equal(("ERIKSSON", "ERIKSEN"), (comparison.VisualPart, comparison.ZonePart));
    }

    /// <summary>Doc 9303-4 §4.2.3.</summary>
    [Theory]
    [InlineData("Nilavadhanananda", "Chayapa Dejthamrong Krasuang")]
    [InlineData("Bennelong Wooloomooloo Warrandyte Warnambool", "Dingo Potoroo")]
    [InlineData("Papandropoulous", "Jonathon Warren Trevor Andrew")]
    public void A_name_cut_to_its_field_is_truncated_and_not_different(string surname, string given)
    {
        var zone = Zone(surname, given);
        Assert.Equal(NameAgreement.Truncated, NameComparison.Of(surname, given, zone).Agreement);
        // The same letters in a field that is not full are other names.
        Assert.NotEqual(NameAgreement.Truncated, NameComparison.Of(surname, given, zone with { NameMayBeTruncated = false }).Agreement);
    }

    [Fact]
    public void Every_name_of_the_three_scripts_agrees_with_the_zone_composed_from_it() =>
        Gen.Select(Printed, Printed).Holds(20_000, names =>
        {
            var zone = Zone(names.Item1, names.Item2);
            var comparison = NameComparison.Of(names.Item1, names.Item2, zone);
            Assert.InRange(comparison.Agreement, NameAgreement.Equal, NameAgreement.Truncated);
            if (comparison.Agreement == NameAgreement.Truncated)
                Assert.True(zone.NameMayBeTruncated);
        });

    [Fact]
    public void A_letter_changed_in_the_zone_is_a_different_name() =>
        Gen.Select(Gen.String[Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ"], 4, 12], Gen.Int[0, 3], Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ"]).Holds(5_000, given =>
        {
            var (name, at, letter) = given;
            var changed = name[..at] + letter + name[(at + 1)..];
            Assert.Equal(changed == name ? NameAgreement.Equal : NameAgreement.Different, NameComparison.Of(name, "", changed, "", false).Agreement);
        });

    [Fact]
    public void Any_two_texts_are_compared() =>
        Gen.Select(Gen.String[Gen.Char, 0, 60], Gen.String[Gen.Char, 0, 300], Gen.String[Gen.Char, 0, 60], Gen.String, Gen.Bool).Holds(20_000, texts =>
            Assert.NotNull(NameComparison.Of(texts.Item1, texts.Item2, texts.Item3, texts.Item4, texts.Item5)));

    [Fact]
    public void The_Cyrillic_page_of_a_Russian_internal_passport_agrees_with_its_zone() =>
        Assert.Equal(NameAgreement.EqualByTransliteration, NameComparison.Of("Ёжиков", "Образец Андреевич", Specimens.Read(Specimens.RussianPassport).Fields!).Agreement);

    private static MrzFields Zone(string surname, string given) =>
        Specimens.Read([.. MrzComposer.Compose(Specimens.Read(Specimens.TD3).Fields! with { PrimaryIdentifier = surname, SecondaryIdentifier = given })]).Fields!;

    private static Gen<string> Printed => Gen.OneOf(
        Names("abcdefghijklmnopqrstuvwxyzäöüßñéøåþłğş"), Names("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїґє"), Names("ابتثجحخدذرزسشصضطظعغفقكلمنهويٹپچڈڑژکگںھہی"));

    private static Gen<string> Names(string letters) =>
        // Ь alone is no letter of a zone, so that a name of it is none.
        Gen.String[Gen.Char[letters], 1, 12].Select(name => letters[0] + name).List[1, 4].Select(parts => string.Join(' ', parts));
}
