using System.Text.Json.Serialization;

namespace Rahdari.Border.Indicators;

/// <summary>
/// One sign that somebody may be in the hands of another: what it is, what to ask, where it comes from. It asks for a question or a conversation in the second
/// line, and decides nothing.
/// </summary>
/// <param name="Code">Names it in records and reports, e.g. <c>IND-OBS-DOCUMENTS-HELD</c>. Never on the counter's screen.</param>
/// <param name="Label">Names it on the counter's screen, which an escort may read: a letter and two digits, e.g. <c>R07</c>.</param>
/// <param name="Kind">Where it shows.</param>
/// <param name="Title">What is seen; at most 100 characters, and no word that would warn an escort.</param>
/// <param name="TitleUrdu">The same in Urdu.</param>
/// <param name="Questions">What to ask; 1 to 5.</param>
/// <param name="Groups">Who is often concerned; never a condition.</param>
/// <param name="Source">Whose list names it.</param>
/// <param name="Detector">What finds it; null of what only an officer sees.</param>
/// <param name="IsStrong">True where it alone is worth a conversation in the second line; otherwise alone it only asks.</param>
/// <param name="Active">False: kept for the record, neither looked for nor offered.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] // What is misspelt might have been a limit.
public sealed record Indicator(
    string Code,
    string Label,
    IndicatorKind Kind,
    string Title,
    string TitleUrdu,
    IReadOnlyList<IndicatorQuestion> Questions,
    IReadOnlyList<VulnerableGroup> Groups,
    IndicatorSource Source,
    DetectorTerms? Detector = null,
    bool IsStrong = false,
    bool Active = true);

/// <summary>What the officer asks.</summary>
/// <param name="Text">In English; at most 200 characters, and no word that would warn an escort.</param>
/// <param name="Urdu">In Urdu.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record IndicatorQuestion(string Text, string Urdu);

/// <summary>Whose list an indicator stands on.</summary>
/// <param name="Organisation">Who published it.</param>
/// <param name="Title">The publication.</param>
/// <param name="Year">Its year.</param>
/// <param name="Section">Where in it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record IndicatorSource(string Organisation, string Title, int Year, string Section);
