using System.Text.Json;
using Rahdari.Border.Permissions;
using Rahdari.Cli.Output;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Specimens;

namespace Rahdari.Cli.Demo;

/// <summary>The specimen travellers of every kind, composed for one day.</summary>
internal sealed class SampleTravellers
{
    private readonly SampleFile samples;
    private readonly DateOnly day;

    private SampleTravellers(SampleFile file, DateOnly today) => (samples, day) = (file, today);

    /// <summary>Reads the specimens that are part of the program.</summary>
    /// <param name="today">The port's local day.</param>
    public static SampleTravellers For(DateOnly today)
    {
        using var bytes = typeof(SampleTravellers).Assembly.GetManifestResourceStream("travellers.json")!;
        return new SampleTravellers(JsonSerializer.Deserialize<SampleFile>(bytes, JsonForm.Options)!, today);
    }

    /// <summary>Every kind that needs no list.</summary>
    public IReadOnlyList<SampleTraveller> Unlisted() => [.. samples.Travellers.Select(t =>
    {
        var mrz = MrzComposer.Compose(SpecimenState.Printed(Fields(t.Document), t.Chip ?? SpecimenLie.None));
        return new SampleTraveller(t.Kind, t.Direction, t.Accompanied, t.EnteredDaysAgo, t.Forged ? Forge(mrz) : mrz, t.Expects, t.Says, t.Chip, t.Visa is null ? null : MrzComposer.Compose(Fields(t.Visa)));
    })];

    /// <summary>What stands on the chips of those documents that have one, each with its lie.</summary>
    public IReadOnlyList<(MrzFields Fields, SpecimenLie Lie)> Chips() => [.. samples.Travellers.Where(t => t.Chip is not null).Select(t => (Fields(t.Document), t.Chip!.Value))];

    /// <summary>What a mission issued to them.</summary>
    public IReadOnlyList<IssuedPermission> Permissions() => [.. samples.Travellers.Where(t => t.Permission is not null).Select(t => Issued(t.Permission!, Fields(t.Document)))];

    /// <summary>What the passport office granted to those who are in the country: so many days from the entry on.</summary>
    public IReadOnlyList<GrantedExtension> Extensions() => [.. samples.Travellers.Where(t => t is { ExtendedDays: not null, EnteredDaysAgo: not null }).Select((t, number) => new GrantedExtension(
        "Specimen passport office", $"X-SPC-{number + 1:0000}", t.Document.IssuingState, t.Document.Number, day.AddDays(20 - t.EnteredDaysAgo!.Value), day.AddDays(t.ExtendedDays!.Value - t.EnteredDaysAgo.Value), "Specimen rules"))];

    /// <summary>Whom the carrier of a flight of this day announced, as it did.</summary>
    public IReadOnlyList<MrzFields> Announced() => [.. samples.Travellers.Select(t => t.Announced).OfType<SampleFile.Papers>().Select(Fields)];

    /// <summary>A traveller who bears an alias of a listed person.</summary>
    /// <param name="listed">The person and the alias.</param>
    /// <param name="number">1, 2 …: specimens of different lists carry different document numbers.</param>
    public SampleTraveller Listed(ListedTraveller listed, int number)
    {
        var pattern = samples.Listed;
        var fields = new MrzFields
        {
            Format = MrzFormat.TD3,
            DocumentCode = "P",
            IssuingState = pattern.IssuingState,
            PrimaryIdentifier = listed.Surname,
            SecondaryIdentifier = listed.GivenNames,
            NameMayBeTruncated = false,
            DocumentNumber = $"{pattern.Number}{number}",
            Nationality = listed.Nationality ?? pattern.IssuingState,
            DateOfBirth = listed.DateOfBirth,
            Sex = listed.Sex,
            DateOfExpiry = PartialDate.From(day.AddDays(pattern.ExpiresInDays)),
            OptionalData = [],
        };
        var says = pattern.Says.ToDictionary(
            pair => pair.Key,
            pair => pair.Value
                .Replace("{list}", listed.List, StringComparison.Ordinal)
                .Replace("{reference}", listed.Reference, StringComparison.Ordinal));
        return new SampleTraveller($"{pattern.Kind}-{listed.List}", pattern.Direction, false, null, MrzComposer.Compose(fields), pattern.Expects, says);
    }

    /// <summary>Crossings of the past days, oldest first.</summary>
    public IReadOnlyList<SampleCrossing> History() => [.. samples.History.OrderByDescending(p => p.HoursAgo).Select(p => new SampleCrossing(
        p.HoursAgo,
        MrzComposer.Compose(Fields(new SampleFile.Papers(MrzFormat.TD3, "P", "UTO", p.Number, p.Surname, p.GivenNames, "UTO", p.Sex, p.BornYearsAgo, 45, 1500)))))];

    private IssuedPermission Issued(SampleFile.Issued issued, MrzFields holder) => new(
        "Specimen mission",
        issued.Number,
        issued.Class,
        holder.IssuingState,
        holder.DocumentNumber,
        holder.Nationality,
        holder.PrimaryIdentifier,
        holder.SecondaryIdentifier,
        holder.DateOfBirth,
        day.AddDays(-10),
        day.AddDays(issued.Days));

    private MrzFields Fields(SampleFile.Papers papers) => new()
    {
        Format = papers.Format,
        DocumentCode = papers.Code,
        IssuingState = papers.IssuingState,
        PrimaryIdentifier = papers.Surname,
        SecondaryIdentifier = papers.GivenNames,
        NameMayBeTruncated = false,
        DocumentNumber = papers.Number,
        Nationality = papers.Nationality,
        DateOfBirth = PartialDate.From(day.AddYears(-papers.BornYearsAgo).AddDays(-papers.BornDaysAgo)),
        Sex = papers.Sex,
        DateOfExpiry = PartialDate.From(day.AddDays(papers.ExpiresInDays)),
        OptionalData = [],
    };

    // A TD3's document number stands in the first nine characters of line 2; one digit becomes the next, its check digit stays.
    private static string[] Forge(IReadOnlyList<string> mrz)
    {
        var line = mrz[1].ToCharArray();
        line[8] = line[8] == '9' ? '0' : (char)(line[8] + 1);
        return [mrz[0], new string(line)];
    }
}
