namespace Rahdari.Border.Retention;

/// <summary>How long records of a class are kept.</summary>
/// <param name="Class">Which records; <see cref="RecordClass"/> says from what event the time runs.</param>
/// <param name="Months">Whole calendar months.</param>
/// <param name="LegalBasis">By which law or decision; at most 500 characters.</param>
public sealed record RetentionPeriod(RecordClass Class, int Months, string LegalBasis);
