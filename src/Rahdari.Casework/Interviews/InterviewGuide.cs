using System.Text.Json;

namespace Rahdari.Casework.Interviews;

/// <summary>How an interview is led: what is done first, what is said, what is asked, in the order in which it does least harm. Data, in English and Urdu; shipped with the product.</summary>
/// <param name="Number">Its number: which questions stood behind an answer.</param>
/// <param name="Sources">What it was made from.</param>
/// <param name="Parts">Its parts, in order.</param>
public sealed record InterviewGuide(int Number, IReadOnlyList<string> Sources, IReadOnlyList<GuidePart> Parts)
{
    /// <summary>The guide that is shipped.</summary>
    public static InterviewGuide Shipped { get; } = Read();

    /// <summary>The questions of all parts.</summary>
    public IEnumerable<GuideQuestion> Questions => Parts.SelectMany(part => part.Questions);

    private static InterviewGuide Read()
    {
        using var file = typeof(InterviewGuide).Assembly.GetManifestResourceStream("Rahdari.Casework.Interviews.guide.json")!;
        return JsonSerializer.Deserialize<InterviewGuide>(file, CaseworkJson.Options)!;
    }
}

/// <summary>A part of the interview.</summary>
/// <param name="Title">Its title, in English.</param>
/// <param name="TitleUrdu">The same in Urdu.</param>
/// <param name="Say">What the interviewer does or says, in English.</param>
/// <param name="SayUrdu">The same in Urdu.</param>
/// <param name="Questions">What is asked.</param>
/// <param name="IsOfChildren">True where it is for a child alone, or for whoever may be one.</param>
public sealed record GuidePart(
    string Title, string TitleUrdu, IReadOnlyList<string> Say, IReadOnlyList<string> SayUrdu, IReadOnlyList<GuideQuestion> Questions, bool IsOfChildren = false);

/// <summary>A question: open, and without a word that accuses.</summary>
/// <param name="Code">What an answer names it by.</param>
/// <param name="Ask">In English.</param>
/// <param name="AskUrdu">In Urdu.</param>
public sealed record GuideQuestion(string Code, string Ask, string AskUrdu);
