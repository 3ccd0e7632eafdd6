using Rahdari.Documents.Findings;
using Rahdari.Documents.States;

namespace Rahdari.Documents.Mrz;

/// <summary>
/// Proposes what a misread zone says, from characters that recognition confuses (0 O D Q, 1 I L, 2 Z, 5 S, 6 G, 8 B). Nothing
/// is repaired: a proposal is a finding beside the reading. Pure and thread-safe.
/// </summary>
public static class MrzRepair
{
    /// <summary>Changes beyond those that a field's alphabet forces.</summary>
    private const int MostFreeChanges = 2;

    /// <summary>Corrections that are tried; a zone that needs more is not to be repaired, but read again.</summary>
    private const int MostTries = 4000;

    /// <summary>Corrections that have their check digits right and are read whole; where there are more, the digits prove nothing.</summary>
    private const int MostRead = 40;

    private static readonly HashSet<string> Misread =
    [
        FindingCatalogue.Alphabet.Code, FindingCatalogue.Date.Code, FindingCatalogue.CheckDigitNumber.Code, FindingCatalogue.CheckDigitBirth.Code,
        FindingCatalogue.CheckDigitExpiry.Code, FindingCatalogue.CheckDigitPersonal.Code, FindingCatalogue.CheckDigitComposite.Code,
    ];

    /// <summary>
    /// Of all corrections that satisfy every alphabet, date and check digit with the fewest changes, what they have in common;
    /// null where the zone is in order, has no format, or no correction satisfies.
    /// </summary>
    /// <param name="reading">What was read.</param>
    /// <param name="today">The day of reading.</param>
    public static MrzProposal? Propose(MrzReading reading, DateOnly today)
    {
        if (reading.Fields is not { } fields || !IsMisread(reading))
            return null;
        var layout = MrzLayout.Of(fields.Format);
        var corrections = Corrections(layout, reading.Lines, today);
        return corrections.Count == 0 ? null : Common(reading.Lines, corrections);
    }

    private static bool IsMisread(MrzReading reading) => reading.Findings.Any(finding => Misread.Contains(finding.Code));

    /// <summary>Every correction with the fewest changes.</summary>
    private static List<string[]> Corrections(MrzLayout layout, IReadOnlyList<string> lines, DateOnly today)
    {
        var forced = new List<(int Line, int Column, string Candidates)>();
        var free = new List<(int Line, int Column, string Candidates)>();
        for (var line = 0; line < lines.Count; line++)
        {
            for (var column = 0; column < lines[line].Length; column++)
            {
                var character = lines[line][column];
                var allowed = MrzAlphabet.At(layout, line, column);
                var candidates = string.Concat(Confusions.Of(character).Where(allowed));
                if (!allowed(character))
                    forced.Add((line, column, candidates));
                else if (candidates.Length > 0)
                    free.Add((line, column, candidates));
            }
        }

        // Nothing is mistaken for a character here: the zone is to be read again.
        if (forced.Any(place => place.Candidates.Length == 0))
            return [];
        var search = new Search(layout, lines, today, forced, free);
        for (var changes = 0; changes <= MostFreeChanges && search.Found.Count == 0; changes++)
        {
            if (!search.Try(changes))
                return [];
        }
        return search.Found;
    }

    private static bool Satisfies(MrzLayout layout, IReadOnlyList<string> read, string[] correction, DateOnly today)
    {
        var reading = MrzReader.Read(layout, correction, today);
        return !IsMisread(reading) && Known(layout.IssuingState) && (layout.Nationality is not { } nationality || Known(nationality));

        // A code that no State has is no correction; one that was read so is left to its own finding.
        bool Known(FieldPlace place) => place.In(correction) == place.In(read) || IssuingStates.Find(place.In(correction).TrimEnd('<')) is not null;
    }

    private static MrzProposal Common(IReadOnlyList<string> read, List<string[]> corrections)
    {
        var lines = read.Select(line => line.ToCharArray()).ToArray();
        var changes = new List<MrzChange>();
        var findings = new List<Finding>();
        for (var line = 0; line < read.Count; line++)
        {
            for (var column = 0; column < read[line].Length; column++)
            {
                var found = read[line][column];
                if (AllSay(corrections, line, column, found))
                    continue;
                var candidates = corrections.Select(c => c[line][column]).Distinct().Order().ToArray();
                if (candidates is [var only] && only != found)
                {
                    lines[line][column] = only;
                    changes.Add(new MrzChange(line + 1, column + 1, found, only));
                    findings.Add(FindingCatalogue.CorrectionProposed.Found(null, $"{line + 1}", $"{column + 1}", $"{found}", $"{only}"));
                }
                else if (candidates.Length > 1)
                {
                    findings.Add(FindingCatalogue.CorrectionAmbiguous.Found(null, $"{line + 1}", $"{column + 1}", $"{found}", string.Join(", ", candidates.Where(c => c != found))));
                }
            }
        }
        return new MrzProposal([.. lines.Select(line => new string(line))], changes, findings);
    }

    private static bool AllSay(List<string[]> corrections, int line, int column, char found)
    {
        foreach (var correction in corrections)
        {
            if (correction[line][column] != found)
                return false;
        }
        return true;
    }

    /// <summary>Tries corrections in place, one after the other: there are thousands, and hardly one satisfies.</summary>
    private sealed class Search(MrzLayout layout, IReadOnlyList<string> read, DateOnly today, List<(int Line, int Column, string Candidates)> forced, List<(int Line, int Column, string Candidates)> free)
    {
        private readonly char[][] lines = [.. read.Select(line => line.ToCharArray())];
        private readonly List<(int Line, int Column, string Candidates)> places = [.. forced];
        private int tries, wholes;

        public List<string[]> Found { get; } = [];

        /// <summary>Every way to fill the forced places and a number of free ones; false where there are too many.</summary>
        public bool Try(int changes) => Choose(changes, 0);

        private bool Choose(int count, int from)
        {
            if (count == 0)
                return Fill(0);
            for (var i = from; i < free.Count; i++)
            {
                places.Add(free[i]);
                var fewEnough = Choose(count - 1, i + 1);
                places.RemoveAt(places.Count - 1);
                if (!fewEnough)
                    return false;
            }
            return true;
        }

        private bool Fill(int at)
        {
            if (at == places.Count)
                return Weigh();
            var (line, column, candidates) = places[at];
            var before = lines[line][column];
            var fewEnough = true;
            for (var i = 0; i < candidates.Length && fewEnough; i++)
            {
                lines[line][column] = candidates[i];
                fewEnough = Fill(at + 1);
            }
            lines[line][column] = before;
            return fewEnough;
        }

        private bool Weigh()
        {
            if (++tries > MostTries)
                return false;
            // Only what has all its check digits right is worth reading whole.
            for (var i = 0; i < layout.Digits.Count; i++)
            {
                if (!layout.Digits[i].Holds(lines))
                    return true;
            }
            if (++wholes > MostRead)
                return false;
            string[] correction = [.. lines.Select(line => new string(line))];
            if (Satisfies(layout, read, correction, today))
                Found.Add(correction);
            return true;
        }
    }
}
