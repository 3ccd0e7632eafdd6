using Rahdari.Casework.Cases;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Funnels;

/// <summary>Which cases a funnel counts, and of them which people, charges and victims; null means any.</summary>
public sealed record FunnelFilter
{
    /// <summary>The year of the first information report; of the opening, for enquiries.</summary>
    public int? Year { get; init; }

    /// <summary>The law that the case was opened under.</summary>
    public string? Law { get; init; }

    /// <summary>Cases with this offence, and of them only charges of it: <c>PTPA-2018 3(1)</c>.</summary>
    public string? Section { get; init; }

    /// <summary>The circle that keeps them now.</summary>
    public string? Circle { get; init; }

    /// <summary>The province of that circle (ISO 3166-2).</summary>
    public string? Province { get; init; }

    /// <summary>Cases of this form of exploitation.</summary>
    public ExploitationForm? Form { get; init; }

    /// <summary>True for cases across the border, false for those inside the country.</summary>
    public bool? IsCrossBorder { get; init; }

    /// <summary>Cases with a victim of this sex, and of them only those victims.</summary>
    public Sex? VictimSex { get; init; }

    /// <summary>Cases with a victim of this age group, and of them only those victims.</summary>
    public AgeGroup? VictimAge { get; init; }

    /// <summary>Cases with an accused of this sex, and of them only those people and their charges.</summary>
    public Sex? AccusedSex { get; init; }

    /// <summary>The province of a case of which it was never told.</summary>
    public const string ProvinceNotTold = "PK-XX";

    /// <summary>True where the case is counted.</summary>
    public bool Takes(CaseState c) =>
        (Year is null || (c.RegisteredOn ?? c.Stages[0].On).Year == Year)
        && (Law is null || c.Law == Law)
        && (Section is null || c.Offences.Any(o => o.DroppedOn is null && Section == $"{o.Law} {o.Section}"))
        && (Circle is null || c.Circle == Circle)
        && (Province is null || c.Province == Province)
        && (Form is null || c.Forms.Contains(Form.Value))
        && (IsCrossBorder is null || c.IsCrossBorder == IsCrossBorder)
        && ((VictimSex is null && VictimAge is null) || c.Victims.Any(Takes))
        && (AccusedSex is null || c.Accused.Any(Takes));

    /// <summary>True where the victim of such a case is counted.</summary>
    public bool Takes(CaseVictim v) => (VictimSex is null || v.Sex == VictimSex) && (VictimAge is null || v.AgeGroup == VictimAge);

    /// <summary>True where the accused of such a case is counted.</summary>
    public bool Takes(Accused a) => AccusedSex is null || a.Sex == AccusedSex;

    /// <summary>True where the charge against such an accused is counted.</summary>
    public bool Takes(ChargeState c) => Section is null || Section == $"{c.Law} {c.Section}";
}
