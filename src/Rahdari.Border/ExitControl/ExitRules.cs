using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.ExitControl;

/// <summary>What is said at a counter of a minor and of a worker who leave. Pure: the same facts give the same findings.</summary>
internal static class ExitRules
{
    /// <summary>Whether a recorded consent lets the minor leave, with this adult, there, today; of several the one that comes nearest is told.</summary>
    public static IEnumerable<Finding> OfMinor(MinorLeaving minor)
    {
        if (minor.Consents.Count == 0)
        {
            if (minor.IsNational)
                yield return BorderRule.MinorConsentNone.Broken();
            yield break;
        }
        // Nobody's consent sets a court's decision aside.
        if (minor.IsUnderCustodyOrder)
        {
            yield return Of(BorderRule.MinorConsentAgainstOrder, minor.Consents[0].Terms);
            yield break;
        }
        // The further down, the more is wrong; of two that are equally near the newer is told.
        yield return minor.Consents.Select(consent => Judge(consent, minor)).MinBy(judged => judged.Distance).Finding;
    }

    /// <summary>Whether the protector registered the worker for this journey. Nothing here stops by itself but a clearance that was taken back: the officer asks and helps.</summary>
    public static IEnumerable<Finding> OfWorker(WorkerLeaving worker)
    {
        if (worker.Clearances.Count == 0)
            yield return BorderRule.EmigrationNotCleared.Broken();
        else
            yield return worker.Clearances.Select(clearance => Judge(clearance, worker)).MinBy(judged => judged.Distance).Finding;
    }

    private static (int Distance, Finding Finding) Judge(ConsentSeen consent, MinorLeaving minor)
    {
        var terms = consent.Terms;
        // What was taken back is told before what ended by itself: an old paper hides nobody's word that the minor may not leave.
        if (consent.Revocation is { } revoked)
            return (6, Of(BorderRule.MinorConsentRevoked, terms, ("reason", revoked.Reason)));
        if (terms.ValidTo < minor.Today)
            return (9, Of(BorderRule.MinorConsentExpired, terms, ("to", $"{terms.ValidTo:yyyy-MM-dd}")));
        if (terms.ValidFrom > minor.Today)
            return (8, Of(BorderRule.MinorConsentNotYetValid, terms, ("from", $"{terms.ValidFrom:yyyy-MM-dd}")));
        if (terms.IsForOneJourney && consent.IsUsed)
            return (7, Of(BorderRule.MinorConsentUsed, terms));
        var adult = terms.Adults.FirstOrDefault(named => minor.Adults.Any(seen => Is(named, seen)));
        var adults = string.Join(", ", terms.Adults.Select(named => $"{named.Name} ({named.DocumentNumber})"));
        if (terms.Adults.Count > 0 && minor.Adults.Count > 0 && adult is null)
            return (5, Of(BorderRule.MinorConsentOtherAdult, terms, ("adults", adults)));
        var places = string.Join(", ", terms.Destinations);
        if (minor.Destination is { } destination && terms.Destinations.Count > 0 && !terms.Destinations.Contains(destination))
            return (4, Of(BorderRule.MinorConsentOtherDestination, terms, ("destinations", places), ("destination", destination)));
        if (terms.Adults.Count > 0 && adult is null)
            return (3, Of(BorderRule.MinorConsentAdultUnknown, terms, ("adults", adults)));
        if (terms.Destinations.Count > 0 && minor.Destination is null)
            return (2, Of(BorderRule.MinorConsentDestinationUnknown, terms, ("destinations", places)));
        return adult is null
            ? (1, Of(BorderRule.MinorConsentAlone, terms))
            : (1, Of(BorderRule.MinorConsentFound, terms, ("adult", adult.Name)));
    }

    private static (int Distance, Finding Finding) Judge(ClearanceSeen clearance, WorkerLeaving worker)
    {
        var terms = clearance.Terms;
        var registration = ("registration", terms.RegistrationNumber);
        if (clearance.Revocation is { } revoked)
            return (4, BorderRule.EmigrationRevoked.Broken(null, registration, ("reason", revoked.Reason)));
        if (terms.ValidTo < worker.Today)
            return (5, BorderRule.EmigrationExpired.Broken(null, registration, ("to", $"{terms.ValidTo:yyyy-MM-dd}")));
        if (worker.Destination is { } destination && destination != terms.Destination)
            return (3, BorderRule.EmigrationOtherDestination.Broken(null, registration, ("registered", terms.Destination), ("destination", destination)));
        if (terms is { PromoterLicence: { } licence, LicenceValidTo: { } last } && last < worker.Today)
            return (2, BorderRule.EmigrationLicenceEnded.Broken(null, registration, ("licence", licence), ("to", $"{last:yyyy-MM-dd}")));
        return (1, BorderRule.EmigrationCleared.Broken(
            null, registration, ("destination", terms.Destination), ("employer", terms.Employer), ("occupation", terms.Occupation), ("to", $"{terms.ValidTo:yyyy-MM-dd}")));
    }

    private static bool Is(ConsentAdult named, AdultSeen seen) =>
        ExitPaperRow.Written(named.DocumentNumber) is var number && (number == seen.DocumentNumber || number == seen.PersonalNumber);

    private static Finding Of(BorderRule rule, ConsentTerms terms, params ReadOnlySpan<(string Name, string Value)> evidence) =>
        rule.Broken(null, [("giver", terms.GiverName), ("reference", terms.Reference), .. evidence]);
}
