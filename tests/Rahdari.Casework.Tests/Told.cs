using Rahdari.Casework.Cases;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Tests;

/// <summary>Facts of an invented case.</summary>
internal static class Told
{
    public const string Law = "PTPA-2018";
    public const string Section = "3(2)";
    public const string Victim = "V-7K3M-92QD";

    public static readonly Guid Somebody = new("00000000-0000-7000-8000-00000000000a");
    public static readonly Guid SomebodyElse = new("00000000-0000-7000-8000-00000000000b");
    public static readonly Guid Order = new("00000000-0000-7000-8000-00000000000c");

    public static readonly Charge Charge = new(Somebody, Law, Section);

    public static DateOnly Day(int day) => new DateOnly(2026, 2, 1).AddDays(day);

    public static Opened Opened(string circle = "AHTC-LHE", int day = 0) =>
        new(Law, circle, "PK-PB", CaseOrigin.Referral, IsCrossBorder: true, [ExploitationForm.DomesticServitude], Summary: "Three girls in the house of a recruiter") { Day = Day(day) };

    public static FirRegistered Fir(int day = 1) => new("12/2026", "AHTC Lahore") { Day = Day(day) };

    public static OffenceAdded Offence(string section = Section, int day = 1) => new(Law, section) { Day = Day(day) };

    public static AccusedNamed Accused(Guid? id = null, int day = 1) =>
        new(id ?? Somebody, "SPECIMEN RECRUITER", Sex.Female, AgeGroup.Adult, AccusedRole.Recruiter, Nationality: "UTO", DocumentNumber: "SPC0000001") { Day = Day(day) };

    public static VictimNamed Named(int day = 1) => new(Victim, Sex.Female, AgeGroup.Adolescent, [ExploitationForm.DomesticServitude]) { Day = Day(day) };

    public static Arrested Arrest(int day = 2) => new(Somebody, "Lahore") { Day = Day(day) };

    public static ChallanSubmitted Challan(int day = 10, params Charge[] charges) => new("Sessions Court Lahore", IsFinal: true, charges is [] ? [Charge] : charges) { Day = Day(day) };

    public static ChargeFramed Framed(int day = 15, params Charge[] charges) => new(charges is [] ? [Charge] : charges) { Day = Day(day) };

    public static VerdictGiven Judged(Verdict verdict = Verdict.Convicted, int day = 20, Charge? charge = null) => new(charge ?? Charge, verdict) { Day = Day(day) };

    public static CompensationOrdered Compensation(int day = 20) => new(Order, Victim, 250_000, Somebody) { Day = Day(day) };

    public static CompensationPaid Paid(decimal amount, int day = 25) => new(Order, amount, "Receipt 7") { Day = Day(day) };

    /// <summary>All that leads to a charge before a court.</summary>
    public static CaseFact[] ToTrial() => [Fir(), Offence(), Accused(), Named(), Arrest(), Challan(), Framed()];
}
