namespace Rahdari.Border.Crossings.Imports;

/// <summary>What a column of a legacy system's file can be.</summary>
internal static class LegacyColumns
{
    public const string Key = "key";
    public const string Surname = "surname";
    public const string GivenNames = "givenNames";
    public const string BirthDate = "dateOfBirth";
    public const string Sex = "sex";
    public const string Nationality = "nationality";
    public const string DocumentType = "documentType";
    public const string IssuingState = "issuingState";
    public const string DocumentNumber = "documentNumber";
    public const string PersonalNumber = "personalNumber";
    public const string Direction = "direction";
    public const string At = "at";
    public const string Date = "date";
    public const string Time = "time";
    public const string Port = "port";
    public const string Counter = "counter";
    public const string Conveyance = "conveyance";
    public const string ConveyanceKind = "conveyanceKind";
    public const string Officer = "officer";
    public const string Visa = "visaNumber";
    public const string PermittedUntil = "permittedUntil";
    public const string Outcome = "outcome";
    public const string Reason = "reason";

    /// <summary>Every part, with the headings that it is known by where no mapping names others.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Headings = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Key] = [Key, "recordId", "id"],
        [Surname] = [Surname, "lastName", "primaryIdentifier"],
        [GivenNames] = [GivenNames, "firstName", "secondaryIdentifier"],
        [BirthDate] = [BirthDate, "birthDate", "dob"],
        [Sex] = [Sex, "gender"],
        [Nationality] = [Nationality],
        [DocumentType] = [DocumentType, "documentCode"],
        [IssuingState] = [IssuingState, "issuingCountry"],
        [DocumentNumber] = [DocumentNumber, "passportNumber", "passportNo"],
        [PersonalNumber] = [PersonalNumber, "cnic"],
        [Direction] = [Direction],
        [At] = [At, "dateTime", "crossedAt"],
        [Date] = [Date, "crossingDate"],
        [Time] = [Time, "crossingTime"],
        [Port] = [Port],
        [Counter] = [Counter],
        [Conveyance] = [Conveyance, "flight"],
        [ConveyanceKind] = [ConveyanceKind, "conveyanceType", "modeOfTransport"],
        [Officer] = [Officer],
        [Visa] = [Visa, "visaNo"],
        [PermittedUntil] = [PermittedUntil],
        [Outcome] = [Outcome],
        [Reason] = [Reason],
    };

    /// <summary>Those that a file must have; <see cref="At"/>, or <see cref="Date"/> and <see cref="Time"/>, beside them.</summary>
    public static readonly string[] Needed = [Key, Surname, Nationality, IssuingState, DocumentNumber, Direction, Port];
}
