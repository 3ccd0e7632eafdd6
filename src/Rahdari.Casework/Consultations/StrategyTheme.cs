namespace Rahdari.Casework.Consultations;

/// <summary>What a contribution, a recommendation or an action is about.</summary>
public enum StrategyTheme
{
#pragma warning disable CS1591 // The names say it.
    Prevention,
    Protection,
    Prosecution,
    Partnership,
    Compensation,
    Shelter,
    Children,
    BondedLabour,
    SafeMigration,
    BorderControl,
    Legislation,
    Training,
    Data,
    Coordination,
#pragma warning restore CS1591
}
