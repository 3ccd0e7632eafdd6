using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Tests.Sites;

/// <summary>Training and service cannot be mixed: not by a folder, a setting, a database, a key or the environment.</summary>
public sealed class TrainingSiteTests : IDisposable
{
    private static readonly SiteSettings Training = new() { Kind = SiteKind.Training, Node = "training-1", Port = "XXTRN", PortName = "Training", Counters = ["T1"] };

    private readonly string root = Directory.CreateTempSubdirectory("rahdari-training-").FullName;

    public static TheoryData<string, SiteSettings> Unsound => new()
    {
        { "node", Training with { Node = "karachi-1" } },
        { "node", TestSite.Settings with { Node = "training-1" } },
        { "port", Training with { Port = "PKKHI" } },
        { "advanceFolder", Training with { AdvanceFolder = Path.GetTempPath() } },
        { "readers", Training with { Readers = new Dictionary<string, string> { ["T1"] = "Specimen reader 00 00" } } },
        { "kind", TestSite.Settings with { Kind = (SiteKind)7 } },
    };

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Neither_kind_takes_the_settings_of_the_other(string field, SiteSettings settings) =>
        Assert.Equal(("SITE_SETTINGS_INVALID", field), (SiteRules.Check(settings)?.Code, SiteRules.Check(settings)?.Field));

    [Fact]
    public void Each_kind_is_made_and_opened_by_its_own_door_alone()
    {
        var (training, service) = (Make("training"), SiteFolder.Create(Path.Combine(root, "service"), TestSite.Settings).Value!);

        Assert.Equal("SITE_OF_TRAINING", SiteFolder.Open(training.FullPath).Problem?.Code);
        Assert.Equal("SITE_OF_TRAINING", SiteFolder.Open(training.FullPath, "Host=nowhere").Problem?.Code);
        Assert.Equal("SITE_OF_SERVICE", SiteFolder.OpenTraining(service.FullPath).Problem?.Code);
        Assert.Equal("SITE_OF_TRAINING", SiteFolder.Create(Path.Combine(root, "a"), Training).Problem?.Code);
        Assert.Equal("SITE_OF_SERVICE", SiteFolder.CreateTraining(Path.Combine(root, "a"), TestSite.Settings).Problem?.Code);
        Assert.False(Directory.Exists(Path.Combine(root, "a")));
        Assert.True(SiteFolder.OpenTraining(training.FullPath).Succeeded);
        Assert.True(SiteFolder.Open(service.FullPath).Succeeded);
    }

    [Fact]
    public void A_training_site_has_no_connection_string_and_refuses_a_machine_that_names_one()
    {
        var training = Make("training");
        Assert.Null(training.PostgresConnection);
        // A variable of this test's own: others of this process open sites meanwhile.
        const string variable = "RAHDARI_SPECIMEN_DATABASE";
        Environment.SetEnvironmentVariable(variable, "Host=nowhere");
        try
        {
            var refused = SiteFolder.OpenTraining(training.FullPath).Problem;
            Assert.Equal(("TRAINING_LINKED", variable), (refused?.Code, refused?.Evidence["variable"]));
            Assert.Equal("TRAINING_LINKED", SiteFolder.CreateTraining(Path.Combine(root, "b"), Training).Problem?.Code);
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    [Fact]
    public void A_training_site_whose_settings_say_service_is_refused_by_its_database()
    {
        var training = Make("training");
        File.Move(training.SqliteFile, Path.Combine(training.FullPath, "rahdari.db"));
        Change(training.SettingsFile, ("kind", "service"), ("node", "khi-1"), ("port", "PKKHI"));
        Assert.Equal("SITE_DATABASE_OF_OTHER_KIND", SiteFolder.Open(training.FullPath).Problem?.Code);
    }

    [Fact]
    public async Task A_database_of_service_is_refused_by_a_training_site_and_one_of_training_keeps_its_mark_in_use()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var training = Make("training");
        await using (var services = Open(training))
            await services.OpenBorderAsync(TestContext.Current.CancellationToken);
        Assert.True(SiteFolder.OpenTraining(training.FullPath).Succeeded);

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var left in Directory.GetFiles(training.FullPath, "training.db*"))
            File.Delete(left);
        Assert.Equal("SITE_DATABASE_OF_OTHER_KIND", SiteFolder.OpenTraining(training.FullPath).Problem?.Code);
        File.Copy(site.Folder.SqliteFile, training.SqliteFile);
        Assert.Equal("SITE_DATABASE_OF_OTHER_KIND", SiteFolder.OpenTraining(training.FullPath).Problem?.Code);
    }

    [Fact]
    public void A_key_of_one_kind_is_no_key_to_the_other()
    {
        var (training, service) = (Make("training"), SiteFolder.Create(Path.Combine(root, "service"), TestSite.Settings).Value!);
        var (ofTraining, ofService) = (File.ReadAllText(training.KeyFile), File.ReadAllText(service.KeyFile));
        File.WriteAllText(training.KeyFile, ofService);
        File.WriteAllText(service.KeyFile, ofTraining);
        Assert.Throws<CryptographicException>(training.OpenKey);
        Assert.Throws<ArgumentException>(service.OpenKey);
    }

    [Fact]
    public async Task A_record_of_training_verifies_at_its_own_site_and_nowhere_else_not_even_with_its_very_key()
    {
        var training = Make("training");
        await using var services = Open(training);
        await services.OpenBorderAsync(TestContext.Current.CancellationToken);
        await services.GetRequiredService<LedgerWriter>().AuditAsync(Actor.CommandLine, "specimen", null, null, null, null, TestContext.Current.CancellationToken);
        Assert.Empty((await services.GetRequiredService<LedgerVerifier>().WalkAsync(cancellation: TestContext.Current.CancellationToken)).Faults);

        await using var db = services.GetRequiredService<BorderStorage>().Open();
        var entry = db.Ledger.Single();
        Assert.StartsWith(SiteRules.TrainingNode, entry.Node, StringComparison.Ordinal);
        using var marked = training.OpenKey();
        using var same = ECDsa.Create(marked.ExportParameters(includePrivateParameters: true));
        Assert.True(LedgerChain.IsSigned(entry, marked));
        Assert.False(LedgerChain.IsSigned(entry, same));
        Assert.False(LedgerChain.IsSigned(entry with { Signature = same.SignHash(entry.Hash) }, marked));
    }

    [Theory]
    [InlineData("SITE_OF_TRAINING")]
    [InlineData("SITE_OF_SERVICE")]
    [InlineData("SITE_DATABASE_OF_OTHER_KIND")]
    [InlineData("TRAINING_LINKED")]
    public void Every_refusal_has_its_sentence_in_both_languages(string code)
    {
        var (english, urdu) = (Sentence(code, "en"), Sentence(code, "ur"));
        Assert.NotEqual(code, english);
        Assert.Contains(urdu, c => c is >= '\u0600' and <= '\u06FF');
    }

    private static string Sentence(string code, string language) => BorderSentences.Of(Finding.Of(code, Severity.Warning, null), CultureInfo.GetCultureInfo(language));

    private static void Change(string file, params (string Name, string Value)[] changes)
    {
        var settings = JsonNode.Parse(File.ReadAllText(file))!;
        foreach (var (name, value) in changes)
            settings[name] = value;
        File.WriteAllText(file, settings.ToJsonString());
    }

    private static ServiceProvider Open(SiteFolder site) => new ServiceCollection().AddSingleton<TimeProvider>(new FakeTimeProvider(TestSite.Start)).AddBorder(site).BuildServiceProvider();

    private SiteFolder Make(string name)
    {
        var made = SiteFolder.CreateTraining(Path.Combine(root, name), Training);
        Assert.True(made.Succeeded, made.Problem?.Code);
        return made.Value;
    }
}
