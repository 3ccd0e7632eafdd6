namespace Rahdari.Border.Indicators.Detectors;

/// <summary>
/// One sponsor, phone number or address behind many first journeys. A hotel, a university or an employer who recruits lawfully is behind many too; those whose
/// people have been seen coming back are left out.
/// </summary>
internal static class SharedContact
{
    /// <summary>Who came earlier than so many days ago has had time to go back.</summary>
    private const int DaysToReturn = 30;

    public static Indication? Detect(Scene scene, DetectorTerms terms, ContactKind kind, BorderRule rule)
    {
        if (!scene.Now.IsFirst || !scene.Contacts.TryGetValue(kind, out var contact))
            return null;
        var since = scene.Now.Day.AddDays(-terms.Days!.Value);
        Passage[] first = [.. contact.First.Where(passage => passage.Day >= since && passage.Direction == scene.Now.Direction && passage.Person != scene.Now.Person).DistinctBy(passage => passage.Person)];
        var strangers = first.Where(passage => !passage.SharesName(scene.Now)).ToArray(); // A family names one address.
        if (strangers.Length + 1 < terms.Count || IsKnownToSendBack(scene, contact))
            return null;
        return new Indication(
            $"{kind.ToString().ToLowerInvariant()} {contact.Key}",
            rule.Broken(null, ("travellers", $"{strangers.Length + 1}"), ("contact", contact.Shown), ("days", $"{terms.Days}"), ("count", $"{terms.Count}")),
            strangers);
    }

    /// <summary>Those of a contact's people who have had time to go back, oldest first: they tell whether it sends them back.</summary>
    public static Passage[] Earlier(Passage now, Contact contact) =>
        [.. contact.First.Where(passage => passage.Day < now.Day.AddDays(-DaysToReturn) && passage.Direction == now.Direction).OrderBy(passage => passage.At).DistinctBy(passage => passage.Person)];

    private static bool IsKnownToSendBack(Scene scene, Contact contact)
    {
        Passage[] earlier = [.. Earlier(scene.Now, contact).Where(passage => scene.Known.Contains(passage.Person))];
        return earlier.Length >= 3 && earlier.Count(scene.IsBack) * 2 >= earlier.Length;
    }
}
