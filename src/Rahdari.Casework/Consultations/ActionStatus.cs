namespace Rahdari.Casework.Consultations;

/// <summary>How its owner says an action stands; what the system measures stands beside it.</summary>
public enum ActionStatus
{
#pragma warning disable CS1591 // The names say it.
    Planned,
    UnderWay,
    Delayed,
    Done,
    Dropped,
#pragma warning restore CS1591
}
