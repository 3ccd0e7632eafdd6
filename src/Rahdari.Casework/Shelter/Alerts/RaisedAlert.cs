namespace Rahdari.Casework.Shelter.Alerts;

/// <summary>Whom an alert went to.</summary>
/// <param name="Id">The alert.</param>
/// <param name="Organisations">The organisations that hold the file.</param>
/// <param name="Circle">The circle that was alerted, where the victim consents; or null.</param>
public sealed record RaisedAlert(Guid Id, IReadOnlyList<string> Organisations, string? Circle);
