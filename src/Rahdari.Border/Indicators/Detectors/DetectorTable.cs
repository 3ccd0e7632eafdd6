namespace Rahdari.Border.Indicators.Detectors;

/// <summary>Every detector by its name. Each is pure: the same scene gives the same answer.</summary>
internal static class DetectorTable
{
    private static readonly Dictionary<DetectorName, Func<Scene, DetectorTerms, Indication?>> All = new()
    {
        [DetectorName.SameAdultDifferentMinors] = DifferentMinors.Detect,
        [DetectorName.AdultBackWithoutMinor] = BackWithoutMinors.Detect,
        [DetectorName.MinorWithUnconnectedAdult] = UnconnectedAdult.Detect,
        [DetectorName.SameLeaderFirstTravellers] = SameLeader.Detect,
        [DetectorName.SharedSponsor] = (scene, terms) => SharedContact.Detect(scene, terms, ContactKind.Sponsor, BorderRule.SawSharedSponsor),
        [DetectorName.SharedPhone] = (scene, terms) => SharedContact.Detect(scene, terms, ContactKind.Phone, BorderRule.SawSharedPhone),
        [DetectorName.SharedAddress] = (scene, terms) => SharedContact.Detect(scene, terms, ContactKind.Address, BorderRule.SawSharedAddress),
        [DetectorName.ShortStayCycles] = ShortStays.Detect,
        [DetectorName.ConsecutiveDocuments] = ConsecutiveDocuments.Detect,
        [DetectorName.ThroughTogether] = ThroughTogether.Detect,
        [DetectorName.NewDocument] = NewDocument.Detect,
        [DetectorName.OneWay] = (scene, _) => Told(scene, scene.Told?.OneWay),
        [DetectorName.PaidByOther] = (scene, _) => Told(scene, scene.Told?.PaidByOther),
        [DetectorName.SponsorUnknown] = (scene, _) => Told(scene, scene.Told?.SponsorUnknown),
    };

    /// <summary>What an indicator's detector finds; null of one that is observed, or not active.</summary>
    public static Indication? Detect(Indicator indicator, Scene scene) =>
        indicator is { Active: true, Detector: { } terms } ? All[terms.Name](scene, terms) : null;

    private static Indication? Told(Scene scene, bool? isTold) =>
        isTold == true ? new Indication($"traveller {scene.Now.Person}", BorderRule.SawTold.Broken(), []) : null;
}
