namespace Rahdari.Casework.Shelter.Alerts;

/// <summary>Whom an alert went to.</summary>
/// <param name="Id">The alert.</param>
/// <param name="Organisations">The organisations that hold the file and were told.</param>
/// <param name="NotReached">Organisations that the victim was referred to and that were not told: their key was not told anew, the consent has ended, or a record is damaged. Telephone those who may know.</param>
/// <param name="Circle">The circle that was alerted, where the victim consents; or null.</param>
public sealed record RaisedAlert(Guid Id, IReadOnlyList<string> Organisations, IReadOnlyList<string> NotReached, string? Circle);
