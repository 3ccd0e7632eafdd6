using System.Text.Json;
using System.Text.Json.Serialization;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Border.Crossings.Imports;
using Rahdari.Border.Distribution;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Indicators;
using Rahdari.Border.Permissions;
using Rahdari.Border.Retention;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Calibration;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Sites;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Documents.Findings;
using Rahdari.Matching;

namespace Rahdari.Border.Storage;

/// <summary>How facts are written as JSON: camel case, enumerations by name, dates in ISO 8601-2.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(PartialDateJson), typeof(DateSpanJson)])]
[JsonSerializable(typeof(Crossing))]
[JsonSerializable(typeof(Correction))]
[JsonSerializable(typeof(CorrectedFields))]
[JsonSerializable(typeof(AuditRecord))]
[JsonSerializable(typeof(EncounterContent))]
[JsonSerializable(typeof(Dictionary<string, byte[]>))]
[JsonSerializable(typeof(Hit))]
[JsonSerializable(typeof(ToldScore))]
[JsonSerializable(typeof(ImportFact))]
[JsonSerializable(typeof(string[][]))]
[JsonSerializable(typeof(HitFact))]
[JsonSerializable(typeof(VettedFact))]
[JsonSerializable(typeof(ScreenedIdentity))]
[JsonSerializable(typeof(PolicyFact))]
[JsonSerializable(typeof(Permission))]
[JsonSerializable(typeof(StayExtension))]
[JsonSerializable(typeof(EntryRulesFact))]
[JsonSerializable(typeof(IReadOnlyList<PermissionClass>))]
[JsonSerializable(typeof(HeldImport))]
[JsonSerializable(typeof(OrderTerms))]
[JsonSerializable(typeof(ListedOrder))]
[JsonSerializable(typeof(ConsentTerms))]
[JsonSerializable(typeof(ClearanceTerms))]
[JsonSerializable(typeof(ExitOrderFact))]
[JsonSerializable(typeof(ExitPaperFact))]
[JsonSerializable(typeof(IReadOnlyList<PolicyRule>))]
[JsonSerializable(typeof(DismissedBefore))]
[JsonSerializable(typeof(LinkChangeRow))]
[JsonSerializable(typeof(IReadOnlyList<Finding>))]
[JsonSerializable(typeof(CrossingFilter))]
[JsonSerializable(typeof(AuditFilter))]
[JsonSerializable(typeof(BackupManifest))]
[JsonSerializable(typeof(IReadOnlyList<RetentionPeriod>))]
[JsonSerializable(typeof(RetentionFact))]
[JsonSerializable(typeof(HoldTerms))]
[JsonSerializable(typeof(HoldFact))]
[JsonSerializable(typeof(PurgeFact))]
[JsonSerializable(typeof(IReadOnlyList<Indicator>))]
[JsonSerializable(typeof(IndicatorSetFact))]
[JsonSerializable(typeof(JourneyFact))]
[JsonSerializable(typeof(JourneyTold))]
[JsonSerializable(typeof(IndicationFact))]
[JsonSerializable(typeof(IReadOnlyList<PassageSeen>))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(LedgerEntry))]
[JsonSerializable(typeof(PublishedVersion))]
[JsonSerializable(typeof(PublishedPermission))]
[JsonSerializable(typeof(string))]
internal sealed partial class BorderJson : JsonSerializerContext;

/// <summary>A partial date as ISO 8601-2 text.</summary>
public sealed class PartialDateJson : JsonConverter<PartialDate>
{
    /// <inheritdoc/>
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("Not a date like 1971-08-14, 1971-08 or 1971.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>A date span as ISO 8601-2 text.</summary>
public sealed class DateSpanJson : JsonConverter<DateSpan>
{
    /// <inheritdoc/>
    public override DateSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateSpan.TryParse(reader.GetString(), out var span) ? span : throw new JsonException("Not a date span like 1971, 1960~ or 1968/1970.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateSpan value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
