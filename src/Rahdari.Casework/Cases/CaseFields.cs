using System.Text.RegularExpressions;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Cases;

/// <summary>What each field of a fact must look like, whatever the case.</summary>
internal static partial class CaseFields
{
    private const int LongestName = 200;
    private const int LongestText = 4000;
    private const int MostOfAList = 200;
    private const decimal HighestAmount = 1_000_000_000_000;

    /// <summary>The rule that a field breaks, or null.</summary>
    public static Finding? Check(CaseFact fact) => Text("outOfOrder", fact.OutOfOrder, LongestText) ?? (fact switch
    {
        Opened f => Placed("circle", f.Circle) ?? Coded("province", f.Province, Province()) ?? List("forms", f.Forms) ?? Text("summary", f.Summary, LongestText) ?? Told("law", f.Law),
        FirRegistered f => Told("number", f.Number) ?? Told("station", f.Station),
        OffenceAdded f => Told("law", f.Law) ?? Told("section", f.Section),
        OffenceDropped f => Told("law", f.Law) ?? Told("section", f.Section) ?? Told("why", f.Why, LongestText),
        AccusedNamed f => Told("name", f.Name) ?? Text("alias", f.Alias, LongestName) ?? Text("fatherName", f.FatherName, LongestName) ?? Text("documentNumber", f.DocumentNumber, LongestName)
            ?? (f.Nationality is null ? null : Coded("nationality", f.Nationality, Nationality())),
        Arrested f => Told("place", f.Place),
        BailDecided f => Told("court", f.Court) ?? (f.Amount is { } bond ? Amount("amount", bond) : null),
        ChallanSubmitted f => Told("court", f.Court) ?? List("charges", f.Charges),
        CourtTookUp f => Told("court", f.Court) ?? Told("number", f.Number),
        ChargeFramed f => List("charges", f.Charges),
        HearingSet f => Told("court", f.Court) ?? Told("purpose", f.Purpose, LongestText) ?? (f.On < f.Day ? Wrong("on") : null),
        HearingHeld f => Told("outcome", f.Outcome, LongestText),
        VerdictGiven f => f.Charge is null ? Wrong("charge") : null,
        SentencePassed f => f.Charge is null ? Wrong("charge") : f.PrisonMonths is < 0 or > 1200 ? Wrong("prisonMonths") : f.Fine is { } fine ? Amount("fine", fine)
            : f is { PrisonMonths: null, IsForLife: false } ? Wrong("prisonMonths") : null,
        CompensationOrdered f => Told("victim", f.Victim) ?? Amount("amount", f.Amount),
        CompensationPaid f => Amount("amount", f.Amount) ?? Told("receipt", f.Receipt),
        AppealFiled f => Told("court", f.Court) ?? List("charges", f.Charges),
        AppealDecided f => List("verdicts", f.Verdicts),
        VictimNamed f => Coded("victim", f.Victim, Pseudonym()) ?? List("forms", f.Forms),
        StatementRecorded f => Told("victim", f.Victim) ?? Told("court", f.Court),
        ShelterOrdered f => Told("victim", f.Victim) ?? Told("court", f.Court) ?? Told("shelter", f.Shelter),
        NonPunishmentReviewed f => Told("victim", f.Victim) ?? Told("law", f.Law) ?? Told("section", f.Section) ?? Told("why", f.Why, LongestText),
        CrossingLinked f => Told("why", f.Why, LongestText),
        LeadNoted f => Told("value", f.Value) ?? Text("relation", f.Relation, LongestName),
        TransferAsked f => Placed("circle", f.Circle) ?? Coded("province", f.Province, Province()) ?? Told("why", f.Why, LongestText),
        Noted f => Told("text", f.Text, LongestText),
        Closed f => Told("why", f.Why, LongestText),
        Reopened f => Told("why", f.Why, LongestText),
        _ => null,
    });

    /// <summary>A field that holds nothing usable.</summary>
    public static Finding Wrong(string field) => CaseworkRule.FieldInvalid.Broken(field, ("field", field));

    private static Finding? Told(string field, string? text, int longest = LongestName) => string.IsNullOrWhiteSpace(text) ? Wrong(field) : Text(field, text, longest);

    private static Finding? Text(string field, string? text, int longest) =>
        text is null || (text.Length <= longest && !text.Contains('\0', StringComparison.Ordinal)) ? null : Wrong(field);

    private static Finding? Placed(string field, string? code) => PlaceCode.Is(code) ? null : Wrong(field);

    private static Finding? Coded(string field, string? text, Regex form) => text is not null && form.IsMatch(text) ? null : Wrong(field);

    private static Finding? List<T>(string field, IReadOnlyList<T>? list) =>
        list is { Count: > 0 and <= MostOfAList } && list.All(item => item is not null) && list.Distinct().Count() == list.Count || list is IReadOnlyList<Verdict> { Count: > 0 and <= MostOfAList } ? null : Wrong(field);

    private static Finding? Amount(string field, decimal amount) => amount is > 0 and <= HighestAmount && decimal.Round(amount, 2) == amount ? null : Wrong(field);

    [GeneratedRegex(@"^PK-[A-Z]{2}\z")]
    private static partial Regex Province();

    [GeneratedRegex(@"^[A-Z]{1,3}\z")]
    private static partial Regex Nationality();

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9-]{2,22}[A-Z0-9]\z")]
    private static partial Regex Pseudonym();
}
