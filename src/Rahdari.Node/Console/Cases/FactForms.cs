using Rahdari.Casework.Cases;
using Rahdari.Casework.Laws;

namespace Rahdari.Node.Console.Cases;

/// <summary>What is asked for each fact that can be told of a case.</summary>
internal static class FactForms
{
    /// <summary>Every fact that is told of an open case, in the order in which a case goes.</summary>
    public static IReadOnlyDictionary<CaseEventKind, IReadOnlyList<FactField>> All { get; } = new Dictionary<CaseEventKind, IReadOnlyList<FactField>>
    {
        [CaseEventKind.FirRegistered] = [new("number", FactFieldKind.Code), new("station", FactFieldKind.Text)],
        [CaseEventKind.OffenceAdded] = [new("section", FactFieldKind.Offence)],
        [CaseEventKind.OffenceDropped] = [new("section", FactFieldKind.OffenceOfCase), new("why", FactFieldKind.Paragraph)],
        [CaseEventKind.AccusedNamed] =
        [
            new("accusedId", FactFieldKind.AccusedOrNew), new("name", FactFieldKind.Text), FactField.Sex("sex"), FactField.Word<AgeGroup>("ageGroup", "AgeGroup"), FactField.Word<AccusedRole>("role", "AccusedRole"),
            new("alias", FactFieldKind.Text, false), new("fatherName", FactFieldKind.Text, false), new("nationality", FactFieldKind.Code, false), new("documentNumber", FactFieldKind.Code, false),
        ],
        [CaseEventKind.Arrested] = [new("accusedId", FactFieldKind.Accused), new("place", FactFieldKind.Text)],
        [CaseEventKind.BailDecided] = [new("accusedId", FactFieldKind.Accused), new("court", FactFieldKind.Text), new("isGranted", FactFieldKind.YesNo), new("amount", FactFieldKind.Amount, false)],
        [CaseEventKind.Absconded] = [new("accusedId", FactFieldKind.Accused)],
        [CaseEventKind.VictimNamed] = [new("victim", FactFieldKind.Code), FactField.Sex("sex"), FactField.Word<AgeGroup>("ageGroup", "AgeGroup"), FactField.Forms],
        [CaseEventKind.StatementRecorded] = [new("victim", FactFieldKind.Victim), new("court", FactFieldKind.Text)],
        [CaseEventKind.ShelterOrdered] = [new("victim", FactFieldKind.Victim), new("court", FactFieldKind.Text), new("shelter", FactFieldKind.Text)],
        [CaseEventKind.NonPunishmentReviewed] = [new("victim", FactFieldKind.Victim), new("section", FactFieldKind.Offence), new("isProceededWith", FactFieldKind.YesNo), new("why", FactFieldKind.Paragraph)],
        [CaseEventKind.LeadNoted] = [FactField.Word<LeadKind>("thing", "Lead"), new("value", FactFieldKind.Text), new("accusedId", FactFieldKind.AccusedOrNobody, false), new("relation", FactFieldKind.Text, false)],
        [CaseEventKind.CrossingLinked] = [new("crossingId", FactFieldKind.Uuid), new("why", FactFieldKind.Paragraph)],
        [CaseEventKind.ChallanSubmitted] = [new("court", FactFieldKind.Text), new("isFinal", FactFieldKind.YesNo), new("charges", FactFieldKind.Charges)],
        [CaseEventKind.CourtTookUp] = [new("court", FactFieldKind.Text), new("number", FactFieldKind.Code)],
        [CaseEventKind.ChargeFramed] = [new("charges", FactFieldKind.Charges)],
        [CaseEventKind.HearingSet] = [new("hearingId", FactFieldKind.Key), new("on", FactFieldKind.Day), new("court", FactFieldKind.Text), new("purpose", FactFieldKind.Text)],
        [CaseEventKind.HearingHeld] = [new("hearingId", FactFieldKind.Hearing), new("isAdjourned", FactFieldKind.YesNo), new("outcome", FactFieldKind.Paragraph)],
        [CaseEventKind.VerdictGiven] = [new("charge", FactFieldKind.Charge), FactField.Word("verdict", "CaseVerdict", FactFieldKind.Word, Verdict.Remanded)],
        [CaseEventKind.SentencePassed] = [new("charge", FactFieldKind.Decided), new("prisonMonths", FactFieldKind.Months, false), new("isForLife", FactFieldKind.YesNo), new("fine", FactFieldKind.Amount, false)],
        [CaseEventKind.CompensationOrdered] = [new("orderId", FactFieldKind.Key), new("victim", FactFieldKind.Victim), new("amount", FactFieldKind.Amount), new("accusedId", FactFieldKind.AccusedOrNobody, false)],
        [CaseEventKind.CompensationPaid] = [new("orderId", FactFieldKind.Order), new("amount", FactFieldKind.Amount), new("receipt", FactFieldKind.Code)],
        [CaseEventKind.AppealFiled] = [new("appealId", FactFieldKind.Key), FactField.Word<AppealParty>("by", "AppealBy"), new("court", FactFieldKind.Text), new("charges", FactFieldKind.Charges)],
        [CaseEventKind.AppealDecided] = [new("appealId", FactFieldKind.Appeal), FactField.Word<Verdict>("verdicts", "CaseVerdict", FactFieldKind.Verdicts)],
        [CaseEventKind.TransferAsked] = [new("circle", FactFieldKind.Code), new("province", FactFieldKind.Code), new("why", FactFieldKind.Paragraph)],
        [CaseEventKind.TransferTaken] = [],
        [CaseEventKind.Noted] = [new("text", FactFieldKind.Paragraph)],
        [CaseEventKind.Closed] = [FactField.Word<ClosingReason>("reason", "Closing"), new("why", FactFieldKind.Paragraph)],
        [CaseEventKind.Reopened] = [new("why", FactFieldKind.Paragraph)],
    };

    /// <summary>What is asked where a case is opened.</summary>
    public static IReadOnlyList<FactField> Opening { get; } =
    [
        new("law", FactFieldKind.Law), new("circle", FactFieldKind.Code), new("province", FactFieldKind.Code), FactField.Word<CaseOrigin>("origin", "Origin"), new("isCrossBorder", FactFieldKind.YesNo),
        FactField.Forms, new("summary", FactFieldKind.Paragraph, false),
    ];

    /// <summary>The fields of a fact.</summary>
    public static IReadOnlyList<FactField> Of(CaseEventKind kind) => kind == CaseEventKind.Opened ? Opening : All[kind];

    /// <summary>What can be told of a case as it lies, that which comes next first.</summary>
    /// <param name="state">How it lies.</param>
    /// <param name="procedure">Its procedure.</param>
    /// <param name="circle">The circle of who tells, or null for headquarters.</param>
    public static IEnumerable<(CaseEventKind Kind, bool IsInOrder)> Of(CaseState state, Procedure? procedure, string? circle)
    {
        if (state.Transfer is { } transfer)
            return [.. circle is null || circle == transfer.Circle ? [(CaseEventKind.TransferTaken, true)] : Array.Empty<(CaseEventKind, bool)>(), .. circle is null || circle == state.Circle ? [(CaseEventKind.TransferAsked, true), (CaseEventKind.Noted, true)] : Array.Empty<(CaseEventKind, bool)>()];
        return from kind in All.Keys
               where kind != CaseEventKind.TransferTaken
               let step = procedure?.Of(kind)
               let inOrder = step is null ? state.Stage != CaseStage.Closed || kind == CaseEventKind.Noted : step.At.Contains(state.Stage)
               where inOrder || (step is not null && state.Stage != CaseStage.Closed && state.Stage < step.At.Max() && step.At.Any(at => at != CaseStage.Closed))
               select (kind, inOrder);
    }
}
