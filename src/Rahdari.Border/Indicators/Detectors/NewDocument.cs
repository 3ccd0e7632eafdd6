namespace Rahdari.Border.Indicators.Detectors;

/// <summary>A first journey on a document issued shortly before it, as its page says.</summary>
internal static class NewDocument
{
    public static Indication? Detect(Scene scene, DetectorTerms terms)
    {
        if (!scene.Now.IsFirst || scene.IssuedOn.Earliest() is not { } issued || issued > scene.Now.Day || scene.Now.Day.DayNumber - issued.DayNumber > terms.Days)
            return null;
        return new Indication($"traveller {scene.Now.Person}", BorderRule.SawNewDocument.Broken(null, ("issued", scene.IssuedOn.ToString()), ("days", $"{terms.Days}")), []);
    }
}
