using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace Rahdari.EndToEnd.Architecture;

/// <summary>The rooms and the direction in which they may depend: Cli ► Node ► Training, Links ► Border; Node ► Border, Casework ► Records, Statistics, Documents, Matching ► Dates; Cli, Node ► Imaging ► Documents.</summary>
public class RoomTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Rahdari.Dates"] = [],
        ["Rahdari.Documents"] = ["Rahdari.Dates"],
        ["Rahdari.Imaging"] = ["Rahdari.Dates", "Rahdari.Documents"],
        ["Rahdari.Matching"] = ["Rahdari.Dates"],
        ["Rahdari.Statistics"] = [],
        ["Rahdari.Records"] = ["Rahdari.Dates", "Rahdari.Documents"],
        ["Rahdari.Border"] = ["Rahdari.Dates", "Rahdari.Documents", "Rahdari.Matching", "Rahdari.Records"],
        ["Rahdari.Casework"] = ["Rahdari.Dates", "Rahdari.Documents", "Rahdari.Records", "Rahdari.Statistics"],
        ["Rahdari.Training"] = ["Rahdari.Dates", "Rahdari.Documents", "Rahdari.Matching", "Rahdari.Records", "Rahdari.Border"],
        ["Rahdari.Links"] = ["Rahdari.Dates", "Rahdari.Documents", "Rahdari.Matching", "Rahdari.Records", "Rahdari.Border"],
        ["Rahdari.Node"] = ["Rahdari.Dates", "Rahdari.Documents", "Rahdari.Imaging", "Rahdari.Matching", "Rahdari.Records", "Rahdari.Border", "Rahdari.Casework", "Rahdari.Training", "Rahdari.Links"],
        ["rahdari"] = ["Rahdari.Dates", "Rahdari.Documents", "Rahdari.Imaging", "Rahdari.Matching", "Rahdari.Records", "Rahdari.Border", "Rahdari.Casework", "Rahdari.Training", "Rahdari.Links", "Rahdari.Node"],
    };

    private static readonly Dictionary<string, Assembly> Rooms = MayUse.Keys.ToDictionary(name => name, Assembly.Load);

    private static readonly ArchUnitNET.Domain.Architecture House = new ArchLoader().LoadAssemblies([.. Rooms.Values]).Build();

    public static TheoryData<string> Names => [.. MayUse.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_room_uses_only_the_rooms_below_it(string room)
    {
        foreach (var other in MayUse.Keys.Except(MayUse[room]).Where(other => other != room))
        {
            Types().That().ResideInAssembly(Rooms[room])
                .Should().NotDependOnAny(Types().That().ResideInAssembly(Rooms[other]))
                .Check(House);
        }
    }

    [Fact]
    public void Every_room_of_the_source_tree_is_known_here()
    {
        var source = Path.Combine(Repository.Root, "src");
        var rooms = Directory.GetDirectories(source).Select(Path.GetFileName).Select(name => name == "Rahdari.Cli" ? "rahdari" : name);
        Assert.Equal(MayUse.Keys.Order(), rooms.Order());
    }

    [Theory]
    [InlineData("Rahdari.Dates")]
    [InlineData("Rahdari.Documents")]
    [InlineData("Rahdari.Imaging")]
    [InlineData("Rahdari.Matching")]
    [InlineData("Rahdari.Statistics")]
    [InlineData("Rahdari.Records")]
    public void A_pure_library_knows_nothing_of_storage_web_or_the_network(string room)
    {
        var references = Rooms[room].GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(references, name =>
            name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.StartsWith("System.Net", StringComparison.Ordinal)
            || name.StartsWith("Npgsql", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Data", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Rahdari.Dates")]
    [InlineData("Rahdari.Documents")]
    [InlineData("Rahdari.Imaging")]
    [InlineData("Rahdari.Matching")]
    [InlineData("Rahdari.Statistics")]
    [InlineData("Rahdari.Records")]
    public void A_pure_library_reads_no_clock(string room)
    {
        var clocks = House.Types.Where(t => t.Assembly.Name.StartsWith(room + ",", StringComparison.Ordinal) || t.Assembly.Name == room)
            .SelectMany(t => t.Members)
            .SelectMany(m => m.Dependencies)
            .OfType<ArchUnitNET.Domain.Dependencies.MethodCallDependency>()
            .Select(d => d.TargetMember.FullName)
            .Where(name => name.Contains("DateTime::get_Now", StringComparison.Ordinal) || name.Contains("DateTime::get_UtcNow", StringComparison.Ordinal)
                || name.Contains("DateTimeOffset::get_Now", StringComparison.Ordinal) || name.Contains("DateTimeOffset::get_UtcNow", StringComparison.Ordinal));
        Assert.Empty(clocks);
    }

    [Theory]
    [InlineData("Helper")]
    [InlineData("Manager")]
    [InlineData("Util")]
    [InlineData("Impl")]
    public void No_type_is_named_after_a_pattern(string ending)
    {
        var named = House.Types.Where(t => Rooms.Values.Any(r => t.Assembly.Name.StartsWith(r.GetName().Name!, StringComparison.Ordinal)))
            .Where(t => t.Name.EndsWith(ending, StringComparison.Ordinal))
            .Select(t => t.FullName);
        Assert.Empty(named);
    }
}
