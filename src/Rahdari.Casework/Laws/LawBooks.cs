using System.Text.Json;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Laws;

/// <summary>Law books as files: the one that is shipped, and any that headquarters writes. Pure and thread-safe.</summary>
public static class LawBooks
{
    /// <summary>Bytes of the largest file that is read.</summary>
    public const int Largest = 4 << 20;

    private const int MostLaws = 200;
    private const int LongestLimit = 3660;

    private static readonly Lazy<LawBook> Ours = new(() =>
    {
        using var stream = typeof(LawBooks).Assembly.GetManifestResourceStream("Rahdari.Casework.Laws.laws.json")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Read(memory.ToArray()).Value ?? throw new InvalidOperationException("The laws that are shipped cannot be read.");
    });

    /// <summary>The laws of Pakistan as they are shipped; number 0. They count until others are published.</summary>
    public static LawBook Shipped => Ours.Value;

    /// <summary>Reads a law book; takes any bytes and never throws.</summary>
    public static Answer<LawBook> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Largest)
            return Invalid($"> {Largest} bytes");
        if (!StrictJson.TryRead<LawBook>(StrictJson.Unmarked(utf8), out var book, out var wrong))
            return CaseworkRule.LawsMalformed.Broken(wrong.Value.Field, ("field", wrong.Value.Field), ("line", $"{wrong.Value.Line}"), ("column", $"{wrong.Value.Column}"));
        return Problem(book) is { } problem ? problem : book with { Number = 0 };
    }

    /// <summary>A law book as its file.</summary>
    public static string Written(LawBook book) => JsonSerializer.Serialize(book, CaseworkJson.Options);

    private static Finding? Problem(LawBook book)
    {
        // The reader takes null for an element of any list.
        if (book.Laws.Any(law => law?.Offences.Any(offence => offence is null) != false))
            return Invalid("laws: null");
        if (book.Procedures.Any(p => p is null || p.Steps.Any(step => step is null) || p.TimeLimits.Any(limit => limit is null)))
            return Invalid("procedures: null");
        if (book.Laws is not { Count: > 0 and <= MostLaws } || !book.Laws.Any(law => law.IsOfTrafficking))
            return Invalid("laws");
        if (Twice(book.Laws.Select(law => law.Code)) is { } law)
            return Invalid($"laws: {law}");
        if (Twice(book.Procedures.Select(p => p.Code)) is { } procedure)
            return Invalid($"procedures: {procedure}");
        return book.Laws.Select(l => Problem(l, book)).Concat(book.Procedures.Select(Problem)).FirstOrDefault(problem => problem is not null);
    }

    private static Finding? Problem(Law law, LawBook book)
    {
        if (string.IsNullOrWhiteSpace(law.Code) || law.Code.Length > 32)
            return Invalid("laws: code");
        if (law.Until < law.From)
            return Invalid($"{law.Code}: until");
        if (law.IsOfTrafficking ? book.ProcedureOf(law.Code) is null : law.Procedure is not null)
            return Invalid($"{law.Code}: procedure");
        if (law.Offences.Count == 0 || Twice(law.Offences.Select(o => o.Section)) is not null)
            return Invalid($"{law.Code}: offences");
        var wrong = law.Offences.FirstOrDefault(o => string.IsNullOrWhiteSpace(o.Section) || o.Penalty is { } p
            && (p.PrisonYearsAtLeast < 0 || p.PrisonYearsAtMost <= 0 || p.PrisonYearsAtLeast > p.PrisonYearsAtMost || p.FineAtMost <= 0 || (p.FineAtMost is not null && !p.Fine)));
        return wrong is null ? null : Invalid($"{law.Code}: {wrong.Section}");
    }

    private static Finding? Problem(Procedure procedure)
    {
        var step = procedure.Steps.FirstOrDefault(s => s.At.Count == 0 || procedure.Steps.Count(other => other.Event == s.Event) > 1);
        if (step is not null)
            return Invalid($"{procedure.Code}: {step.Event}");
        var limit = procedure.TimeLimits.FirstOrDefault(l => l.Days is < 1 or > LongestLimit || l.Until.Count == 0 || procedure.TimeLimits.Count(other => other.Code == l.Code) > 1);
        return limit is null ? null : Invalid($"{procedure.Code}: {limit.Code}");
    }

    private static string? Twice(IEnumerable<string> codes) => codes.GroupBy(code => code).FirstOrDefault(same => same.Count() > 1)?.Key;

    private static Finding Invalid(string place) => CaseworkRule.LawsInvalid.Broken(place, ("place", StrictJson.Shown(place)));
}
