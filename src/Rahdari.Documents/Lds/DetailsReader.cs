namespace Rahdari.Documents.Lds;

/// <summary>EF.DG11, EF.DG12 and EF.DG16: details in text (Doc 9303-10 §4.7.11, §4.7.12, §4.7.16).</summary>
internal static class DetailsReader
{
    private const int Several = 0xA0;

    public static HolderDetails Holder(FileReading reading) => new()
    {
        FullName = reading.Text(0x5F0E),
        OtherNames = [.. Others(reading, 0x5F0F)],
        PersonalNumber = reading.Text(0x5F10),
        DateOfBirth = reading.Date(0x5F2B),
        PlaceOfBirth = reading.Parts(0x5F11),
        Address = reading.Parts(0x5F42),
        Telephone = reading.Text(0x5F12),
        Profession = reading.Text(0x5F13),
        Title = reading.Text(0x5F14),
        Summary = reading.Text(0x5F15),
        OtherDocuments = reading.Text(0x5F17)?.Split('<', StringSplitOptions.RemoveEmptyEntries) ?? [],
        Custody = reading.Text(0x5F18),
    };

    public static IssueDetails Issue(FileReading reading) => new()
    {
        Authority = reading.Text(0x5F19),
        DateOfIssue = reading.Date(0x5F26),
        Endorsements = reading.Text(0x5F1B),
        ExitRequirements = reading.Text(0x5F1C),
        PersonalisedAt = reading.Optional(0x5F55) is { Length: 7 } packed ? Convert.ToHexString(packed.Span) : reading.Text(0x5F55),
        PersonalisedBy = reading.Text(0x5F56),
    };

    public static IReadOnlyList<PersonToNotify> Persons(FileReading reading)
    {
        var persons = new List<PersonToNotify>();
        for (var tag = 0xA1; tag <= 0xAF && reading.Optional(tag) is { } template; tag++)
        {
            var objects = reading.Objects(template);
            persons.Add(new PersonToNotify(
                FileReading.Find(objects, 0x5F50) is { } date ? reading.Date(date) : null,
                TextOf(objects, 0x5F51), TextOf(objects, 0x5F52), TextOf(objects, 0x5F53)));
        }
        return persons;
    }

    private static IEnumerable<string> Others(FileReading reading, int tag) =>
        reading.Optional(Several) is { } several
            ? reading.Objects(several).Where(o => o.Tag == tag).Select(o => FileReading.Text(o.Value)).OfType<string>()
            : [];

    private static string TextOf(IReadOnlyList<DataObject> objects, int tag) => (FileReading.Find(objects, tag) is { } value ? FileReading.Text(value) : null) ?? "";
}
