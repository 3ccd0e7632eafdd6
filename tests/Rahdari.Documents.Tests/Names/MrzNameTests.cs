using CsCheck;
using Rahdari.Documents.Names;
using Rahdari.Documents.Tests.Mrz;

namespace Rahdari.Documents.Tests.Names;

public class MrzNameTests
{
    private const int TD1 = 30, TD2 = 31, TD3 = 39;

    /// <summary>Doc 9303-4 §4.2.3 (TD3), -5 §4.2.3 (TD1), -6 §4.2.3 (TD2) and -7 §4.2.3 and §7.2.3 (MRV-A as TD3, MRV-B as TD2).</summary>
    [Theory]
    [InlineData("ERIKSSON", "ANNA MARIA", TD3, "ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<")]
    [InlineData("HENG", "DEBORAH MING LO", TD3, "HENG<<DEBORAH<MING<LO<<<<<<<<<<<<<<<<<<")]
    [InlineData("SMITH-JONES", "SUSIE MARGARET", TD3, "SMITH<JONES<<SUSIE<MARGARET<<<<<<<<<<<<")]
    [InlineData("O'CONNOR", "ENYA SIOBHAN", TD3, "OCONNOR<<ENYA<SIOBHAN<<<<<<<<<<<<<<<<<<")]
    [InlineData("VAN DER MUELLEN", "MARTIN", TD3, "VAN<DER<MUELLEN<<MARTIN<<<<<<<<<<<<<<<<")]
    [InlineData("AL-BASRI", "HUDA MUHAMMAD JAWAD", TD3, "AL<BASRI<<HUDA<MUHAMMAD<JAWAD<<<<<<<<<<")]
    [InlineData("VILARCHAO FERNANDEZ", "JOSE RAMON", TD3, "VILARCHAO<FERNANDEZ<<JOSE<RAMON<<<<<<<<")]
    [InlineData("ARKFREITH", "", TD3, "ARKFREITH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<")]
    [InlineData("SATRIYA SUDARPA", "", TD3, "SATRIYA<SUDARPA<<<<<<<<<<<<<<<<<<<<<<<<")]
    [InlineData("NILAVADHANANANDA", "CHAYAPA DEJTHAMRONG KRASUANG", TD3, "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K")]
    [InlineData("NILAVADHANANANDA", "ARNPOL PETCH CHARONGUANG", TD3, "NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU")]
    [InlineData("BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL", "DINGO POTOROO", TD3, "BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI")]
    [InlineData("PAPANDROPOULOUS", "JONATHON WARREN TREVOR", TD3, "PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR")]
    [InlineData("VAN DER MUELLEN", "MARTIN", TD1, "VAN<DER<MUELLEN<<MARTIN<<<<<<<")]
    [InlineData("AL-BASRI", "HUDA MUHAMMAD JAWAD", TD1, "AL<BASRI<<HUDA<MUHAMMAD<JAWAD<")]
    [InlineData("VILARCHAO FERNANDEZ", "JOSE RAMON", TD1, "VILARCHAO<FERNANDEZ<<JOSE<RAMO")]
    [InlineData("BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL", "DINGO POTOROO", TD1, "BENNELONG<WOOLOOMOOLOO<W<W<<DI")]
    [InlineData("PAPANDROPOULOUS", "JONATHON ALEC", TD1, "PAPANDROPOULOUS<<JONATHON<ALEC")]
    [InlineData("AL-BASRI", "HUDA MUHAMMAD JAWAD", TD2, "AL<BASRI<<HUDA<MUHAMMAD<JAWAD<<")]
    [InlineData("VILARCHAO FERNANDEZ", "JOSE RAMON", TD2, "VILARCHAO<FERNANDEZ<<JOSE<RAMON")]
    [InlineData("PAPANDROPOULOUS", "JONATHOON ALEC", TD2, "PAPANDROPOULOUS<<JONATHOON<ALEC")]
    [InlineData("PAPANDROPOULOUS", "STEPHEN TREVOR", TD2, "PAPANDROPOULOUS<<STEPHEN<TREVOR")]
    public void The_standards_examples_are_composed_exactly(string primary, string secondary, int width, string field) =>
        Assert.Equal(field, MrzName.Compose(primary, secondary, width));

    /// <summary>
    /// The standard leaves the way of truncation to the issuer and shows several; parts 6 and 7 differ for one name and width. All
    /// are read, and all are marked.
    /// </summary>
    [Theory]
    [InlineData("PPUTONILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K", "NILAVADHANANANDA", "CHAYAPA DEJTHAMRONG K")] // Doc 9303-4 §4.2.3.2
    [InlineData("PPUTOBENNELONG<WOOLOOM<WARRAND<WARNAM<<DINGO", "BENNELONG WOOLOOM WARRAND WARNAM", "DINGO")] // §4.2.3.3
    [InlineData("PPUTOBENNEL<WOOLOO<WARRAN<WARNAM<<DINGO<POTO", "BENNEL WOOLOO WARRAN WARNAM", "DINGO POTO")]
    [InlineData("PPUTOPAPANDROPOULOUS<<JONATHON<WARREN<TREVOR", "PAPANDROPOULOUS", "JONATHON WARREN TREVOR")] // §4.2.3.4: whole, but who can tell
    [InlineData("I<UTONILAVADHANANANDA<<CHAYAPA<DEJ<K", "NILAVADHANANANDA", "CHAYAPA DEJ K")] // Doc 9303-6 §4.2.3.1
    [InlineData("I<UTONILAVADHANANANDA<<ARN<PET<CHARO", "NILAVADHANANANDA", "ARN PET CHARO")]
    [InlineData("I<UTOBENNELONG<WOOLOOMOOLOO<W<W<<D<P", "BENNELONG WOOLOOMOOLOO W W", "D P")] // §4.2.3.2
    [InlineData("I<UTOBENNEL<WOOLO<WARRA<WARNA<<DIN<P", "BENNEL WOOLO WARRA WARNA", "DIN P")]
    [InlineData("V<UTOBENNELONG<WOOLOOMOOLOO<WAR<W<<D", "BENNELONG WOOLOOMOOLOO WAR W", "D")] // Doc 9303-7 §7.2.3.2
    [InlineData("V<UTOBENN<WOOL<WARR<WARN<<DINGO<POTO", "BENN WOOL WARR WARN", "DINGO POTO")]
    public void A_name_that_fills_its_field_is_marked_as_possibly_cut(string line, string primary, string secondary)
    {
        var reading = Specimens.Read(line, line.Length == 44 ? Specimens.TD3[1] : Specimens.TD2[1]);
        Assert.Equal((primary, secondary, true), (reading.Fields!.PrimaryIdentifier, reading.Fields.SecondaryIdentifier, reading.Fields.NameMayBeTruncated));
        Assert.Equal($"{primary} {secondary}", Assert.Single(reading.Findings, f => f.Code == "MRZ_NAME_MAY_BE_TRUNCATED").Evidence["name"]);
    }

    [Fact]
    public void A_name_that_leaves_a_filler_is_whole() =>
        Assert.False(Specimens.Read("PPUTOPAPANDROPOULOUS<<JONATHON<WARREN<TREVO<", Specimens.TD3[1]).Fields!.NameMayBeTruncated);

    [Theory]
    [InlineData("P<UTO<ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<", "6")]
    [InlineData("P<UTOERIKSSON<<<ANNA<MARIA<<<<<<<<<<<<<<<<<<", "16")]
    [InlineData("P<UTOERIKSSON<<ANNA<<MARIA<<<<<<<<<<<<<<<<<<", "20")]
    public void A_filler_where_none_belongs_is_found_with_its_place(string line, string column) =>
        Assert.Equal(column, Assert.Single(Specimens.Read(line, Specimens.TD3[1]).Findings, f => f.Code == "MRZ_FILLER").Evidence["column"]);

    [Theory]
    [InlineData("", "ARKFREITH")]
    [InlineData("...", "ARKFREITH")]
    [InlineData("ARKFREITH", "-")]
    public void A_name_of_one_part_is_the_primary_identifier(string primary, string secondary) => // Doc 9303-5 §4.2.2.3
        Assert.Equal("ARKFREITH".PadRight(TD3, '<'), MrzName.Compose(primary, secondary, TD3));

    [Fact]
    public void A_surname_shortened_for_a_short_given_name_still_fills_the_field() =>
        Assert.Equal("ABCDEFGHIJKLMNOPQRSTUVWXYZ<ABCDEFGHI<<X", MrzName.Compose("ABCDEFGHIJKLMNOPQRSTUVWXYZ ABCDEFGHIJKL", "X", TD3));

    [Fact]
    public void A_cut_between_components_takes_a_letter_before_it() =>
        Assert.Equal("ABCDEFGHIJKLMNOPQRSTUVWXYZ<<ABCDEFGHI<K", MrzName.Compose("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ABCDEFGHIJ KLMNOPQ", TD3));

    [Fact]
    public void Initials_alone_are_cut_as_a_letter_too() =>
        Assert.Equal("A<<B<C<D<E<F<G<H<I<J<K<L<M<N<O<P<Q<R<ST", MrzName.Compose("A", "B C D E F G H I J K L M N O P Q R S T U V", TD3));

    [Fact]
    public void A_name_too_long_for_its_field_ends_in_a_letter_and_shows_both_identifiers() =>
        Gen.Select(Long, Long, Gen.OneOf(TD1, TD2, TD3)).Holds(20_000, name =>
        {
            var (primary, secondary, width) = name;
            var field = MrzName.Compose(primary, secondary, width);
            Assert.Equal(width, field.Length);
            var separator = field.IndexOf("<<", StringComparison.Ordinal);
            if ($"{primary}  {secondary}".Length <= width)
            {
                Assert.Equal($"{primary}<<{secondary}".Replace(' ', '<').PadRight(width, '<'), field);
                return;
            }
            Assert.InRange(field[^1], 'A', 'Z');
            Assert.Equal(primary[0], field[0]);
            Assert.Equal(secondary[0], field[separator + 2]);
            Assert.DoesNotContain("<<", field[(separator + 1)..]);
            Assert.True(separator < 3 || field[separator - 1] != '<');
        });

    [Fact]
    public void A_single_name_too_long_for_its_field_ends_in_a_letter() =>
        Gen.Select(Long, Gen.OneOf(TD1, TD2, TD3)).Holds(5_000, name =>
        {
            var field = MrzName.Compose(name.Item1, "", name.Item2);
            Assert.Equal(name.Item1.Length >= name.Item2, field[^1] != '<');
            Assert.DoesNotContain("<<", field.TrimEnd('<'));
        });

    [Fact]
    public void A_name_of_any_characters_whatsoever_has_a_field() =>
        Gen.Select(Any, Any, Gen.OneOf(TD1, TD2, TD3)).Holds(20_000, name =>
        {
            var field = MrzName.Compose(name.Item1, name.Item2, name.Item3);
            Assert.Equal(name.Item3, field.Length);
            Assert.All(field, c => Assert.True(c is '<' or (>= 'A' and <= 'Z')));
            Assert.All(MrzName.Transliterate(name.Item1), c => Assert.True(c is ' ' or (>= 'A' and <= 'Z')));
        });

    [Fact]
    public void A_name_of_any_length_costs_no_more_than_its_transliteration() =>
        Assert.Equal(TD3, MrzName.Compose(new string('A', 1_000_000), string.Concat(Enumerable.Repeat("B ", 500_000)), TD3).Length);

    private static Gen<string> Long => Gen.String[Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ"], 1, 20].List[1, 12].Select(components => string.Join(' ', components));

    private static Gen<string> Any => Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char, 0, 60],
        Gen.String[Gen.Char['\u0600', '\u06FF'], 0, 60],
        Gen.String[Gen.Char['\uD800', '\uDFFF'], 0, 20],
        Gen.String[Gen.Char[Zones.Alphanumeric + "-'., ßÄéЖپ"], 0, 60]);
}
