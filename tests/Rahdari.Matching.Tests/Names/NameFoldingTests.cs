using CsCheck;
using Rahdari.Matching.Names;

namespace Rahdari.Matching.Tests.Names;

public class NameFoldingTests
{
    /// <summary>Text as strange as it comes: every script that has a speller, marks, compounds, digits, halves of surrogates.</summary>
    private static readonly Gen<string> AnyName = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["ABDULLAHRXHSIN EO-'<0158"], 0, 80],
        Gen.String[Gen.Char['\u0370', '\u10FF'], 0, 60],
        Gen.String[Gen.Char['\u0600', '\u06FF'], 0, 60],
        Gen.String[Gen.Char['\u0900', '\u0AFF'], 0, 60],
        Gen.String[Gen.Char["عبدالرحمنصلاحدینہاللهوی ءئؤ"], 0, 60],
        Gen.String[Gen.Char['\u3040', '\u30FF'], 0, 60],
        Gen.String[Gen.Char['\uAC00', '\uFFFF'], 0, 60],
        Parts("ABD", "ABDUL", "ABUL", "NUR", "SALAH", "X", "AL", "UD", "ULLAH", "UDDIN", "DIN", "ALLAH", "ZADA", "RAHMAN", "XHMD", "BAKR", " "));

    [Theory]
    [InlineData("ABD QADIR", "Abdul Qadir", "Abdulqadir", "Abd al-Qadir", "ABD EL QADIR")]
    [InlineData("ABD RAHMAN", "Abdurrahman", "Abdul Rahman", "Abdel Rahman", "Abd al-Rahman", "Abd-ur-Rahman", "Abderrahman", "Abdirahman", "ABDARRAHMAN")]
    [InlineData("ABD SALAM", "Abdus Salam", "Abdussalam", "Abd as-Salam", "Abdessalam")]
    [InlineData("ABD SHAKUR", "Abdush Shakur", "Abdushshakur", "Abd ash-Shakur")]
    [InlineData("ABDULLAH", "Abdullah", "Abdallah", "Abd Allah", "Abdul Lah", "عبداللہ", "عبد الله")]
    [InlineData("NASR ALLAH", "Nasrullah", "Nasr Ullah", "Nasr Allah", "Nasrallah")]
    [InlineData("SALAH DIN", "Salahuddin", "Salah ud Din", "Salah al-Din", "Salaheddine", "Salah-ed-Deen", "Salah Uddin")]
    [InlineData("ABU HASAN", "Abul Hasan", "Abu al-Hasan", "Abou Hasan", "Abulhasan")]
    [InlineData("ABU BAKR", "Abu Bakr", "Abubakar", "Aboubacar", "أبو بكر")]
    [InlineData("MUHAMMAD", "Mohd", "Md.", "Muhd", "Mhd", "محمد", "MXHMD")]
    [InlineData("YUSUFZAI", "Yusuf Zai", "Yusufzay", "Yusufzai")]
    [InlineData("HUSSAINZADA", "Hussain-zadeh", "Hussainzade", "Hussain Zada")]
    [InlineData("MUJIB RAHMAN", "Mujibur Rahman", "Mujib ur Rahman")]
    [InlineData("RAHMAN MUJIB", "RAHMAN<<MUJIBUR")] // as a zone orders it
    public void Compounds_fold_to_one_form_however_they_are_written(string folded, params string[] spellings) =>
        Assert.All(spellings, spelling => Assert.Equal(folded, Folded(spelling)));

    [Theory]
    [InlineData("Abdali")]
    [InlineData("Geraldine")]
    [InlineData("Abdrahmanov")]
    [InlineData("Alexander")]
    [InlineData("Maxim Xhevat")]
    [InlineData("Bernardin")]
    public void Names_that_only_look_like_compounds_stay_as_they_are(string name) => Assert.Equal(name.ToUpperInvariant(), Folded(name));

    [Theory]
    [InlineData("अब्दुल क़ादिर", "ABD QADIR")]
    [InlineData("मोहम्मद रहमान", "MOHAMMAD RAHMAN")]
    [InlineData("मनमोहन सिंह", "MANMOHAN SINGH")]
    [InlineData("कृष्ण", "KRISHNA")]
    [InlineData("মোহাম্মদ হোসেন", "MOHAMMAD HOSEN")]
    [InlineData("નરેન્દ્ર પટેલ", "NARENDRA PATEL")]
    [InlineData("王小明", "WANG XIAOMING")]
    [InlineData("歐陽修", "OUYANG XIU")]
    [InlineData("김철수", "KIM CHEOLSU")]
    [InlineData("さとう ゆうこ", "SATO YUKO")]
    [InlineData("シャキーラ", "SHAKIRA")]
    [InlineData("Γιώργος Παπαδόπουλος", "GIORGOS PAPADOPOULOS")]
    [InlineData("Գրիգորյան", "GRIGORYAN")]
    [InlineData("გიორგი", "GIORGI")]
    [InlineData("Ольга Ивановна", "OLGA IVANOVNA")]
    [InlineData("Jürgen Müßtermann", "JURGEN MUSSTERMANN")]
    public void Names_of_other_scripts_are_read(string name, string latin) => Assert.Equal(latin, Folded(name));

    [Theory]
    [InlineData("M0HAMMAD", "MOHAMMAD")]
    [InlineData("HU55A1N", "HUSSAIN")]
    [InlineData("8IN 1971", "BIN")]
    public void Digits_in_a_word_are_the_letters_that_they_were_read_for(string name, string folded) => Assert.Equal(folded, Folded(name));

    [Fact]
    public void Titles_and_generation_words_are_particles_and_names_that_were_titles_are_not()
    {
        Assert.All(NameFolding.Tokens("Dr Capt Haji Syed Maulvi Abbas Jr").Where(t => t.IsParticle), t => Assert.NotEqual("ABBAS", t.Text));
        Assert.Equal(["ABBAS"], NameFolding.Tokens("Dr Capt Haji Syed Maulvi Abbas Jr III").Where(t => !t.IsParticle).Select(t => t.Text));
        Assert.All(NameFolding.Tokens("Khan Shah Malik Chaudhry Mirza"), t => Assert.False(t.IsParticle));
    }

    [Fact]
    public void Any_text_folds_within_bounds_and_what_is_folded_stays_so() =>
        AnyName.Sample(
            name =>
            {
                var tokens = NameFolding.Tokens(name);
                Assert.InRange(tokens.Count, 0, 16);
                Assert.InRange(tokens.Sum(t => t.Text.Length + 1), 0, NameFolding.LongestName + 1);
                Assert.Equal(tokens, NameFolding.Tokens(string.Join(' ', tokens.Select(t => t.Text))));
            },
            iter: 50_000);

    [Fact]
    public void A_name_in_Latin_costs_few_allocations()
    {
        NameFolding.Tokens("Specimenzai Abdul Qadeer");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            NameFolding.Tokens("Specimenzai Abdul Qadeer");
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1000, 0, 3000);
    }

    private static Gen<string> Parts(params string[] parts) => Gen.Int[0, parts.Length - 1].Array[1, 20].Select(picks => string.Concat(picks.Select(i => parts[i])));

    private static string Folded(string name) => string.Join(' ', NameFolding.Tokens(name).Select(t => t.Text));
}
