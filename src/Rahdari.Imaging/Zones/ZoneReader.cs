using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Imaging.Zones;

/// <summary>
/// From what the network makes of each character to a reading. A field's alphabet decides between characters that look
/// alike, check digits between those that remain; neither overrules what was seen clearly, for a forger's wrong character
/// must stay wrong. Whatever was not clear is told.
/// </summary>
internal static class ZoneReader
{
    /// <summary>How much likelier a character outside of the field's alphabet must be to be kept: so clear is no confusion of look-alikes.</summary>
    private const double ClearlyForeign = 60;

    /// <summary>From here on a character counts as certain, where nothing but the eye vouches for it.</summary>
    private const double Certain = 0.9;

    /// <summary>A character as likely as this is a candidate.</summary>
    private const double Possible = 0.004;

    /// <summary>How much likelier the best text that fulfils the check digits must be than the next.</summary>
    private const double ClearlyBest = 8;

    /// <summary>The share of uncertain characters beyond which a zone is illegible; a smaller one where check digits fail too, for then all may be a character off.</summary>
    private const double Illegible = 0.15, IllegibleUnproven = 0.06;

    private const int MostTries = 3000, MostCells = 12, MostChanges = 4;

    /// <summary>Reads a scan.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="second">What a second reader saw at each place, or '\0'; null where there was none.</param>
    /// <param name="today">The day of reading.</param>
    public static (MrzReading Reading, IReadOnlyList<Finding> Findings) Read(ZoneScan scan, IReadOnlyList<char[]>? second, DateOnly today)
    {
        var first = MrzReader.Read(string.Join('\n', scan.Text), today);
        if (first.Fields is not { Format: var format })
            return (first, []);
        var cells = scan.Cells.Select((line, l) => line.Select((cell, c) => new Cell(l, c, Candidates(cell, format, l, c))).ToArray()).ToArray();
        var reading = MrzReader.Read(Text(cells, []), today);
        var findings = new List<Finding>();
        var proven = IsProven(reading, format);
        var taken = new Dictionary<(int Line, int Column), char>();
        if (!proven && Settled(cells, format, today) is { } settled)
        {
            (reading, taken, proven) = (settled.Reading, settled.Taken, true);
            findings.AddRange(taken.Select(change => ImageRule.CharacterSettled.Found(null, $"{change.Key.Line + 1}", $"{change.Key.Column + 1}", $"{cells[change.Key.Line][change.Key.Column].Best}", $"{change.Value}")));
        }
        var uncertain = 0;
        foreach (var cell in cells.SelectMany(line => line))
        {
            var read = reading.Lines[cell.Line][cell.Column];
            var vouched = proven && MrzAlphabet.IsChecked(format, cell.Line, cell.Column) && !HasTwin(cell, read);
            if (cell.Certainty < Certain)
                uncertain++;
            if (taken.ContainsKey((cell.Line, cell.Column)))
                continue;
            if (cell.Certainty < (vouched ? Certain / 2 : Certain))
                findings.Add(ImageRule.CharacterUncertain.Found(null, $"{cell.Line + 1}", $"{cell.Column + 1}", $"{read}", string.Join(", ", cell.Candidates.Select(c => c.Character).Where(c => c != read).Take(3).DefaultIfEmpty('?'))));
            else if (!vouched && second?[cell.Line][cell.Column] is { } other and not '\0' && other != read && MrzAlphabet.Allows(format, cell.Line, cell.Column, other))
                findings.Add(ImageRule.ReadersDisagree.Found(null, $"{cell.Line + 1}", $"{cell.Column + 1}", $"{read}", $"{other}"));
        }
        var characters = cells.Sum(line => line.Length);
        if (uncertain > (proven ? Illegible : IllegibleUnproven) * characters)
            findings.Insert(0, ImageRule.ZoneIllegible.Found(null, $"{uncertain}", $"{characters}"));
        return (reading, findings);
    }

    /// <summary>What a cell may be, the likeliest first, probabilities among what its field allows.</summary>
    private static (char Character, double Probability)[] Candidates(float[] probabilities, MrzFormat format, int line, int column)
    {
        var all = probabilities.Select((p, i) => (Character: Glyph.Characters[i], Probability: (double)p)).OrderByDescending(c => c.Probability).ToArray();
        var allowed = all.Where(c => MrzAlphabet.Allows(format, line, column, c.Character)).ToArray();
        if (allowed.Length == 0 || all[0].Probability > ClearlyForeign * allowed[0].Probability)
            return [.. all.Where((c, i) => i == 0 || c.Probability > Possible)];
        var total = allowed.Sum(c => c.Probability);
        return [.. allowed.Select(c => (c.Character, c.Probability / total)).Where((c, i) => i == 0 || c.Item2 > Possible)];
    }

    /// <summary>Whether it may as well be a character that no check digit tells from what was read: 0, A, K, U and the filler count alike.</summary>
    private static bool HasTwin(Cell cell, char read) =>
        CheckDigit.Value(read) is { } value && cell.Candidates.Any(other => other.Character != read && CheckDigit.Value(other.Character) % 10 == value % 10);

    private static string Text(Cell[][] cells, Dictionary<(int Line, int Column), char> taken) =>
        string.Join('\n', cells.Select(line => string.Concat(line.Select(cell => taken.TryGetValue((cell.Line, cell.Column), out var character) ? character : cell.Best))));

    private static bool IsProven(MrzReading reading, MrzFormat format) =>
        reading.Fields?.Format == format && !reading.Findings.Any(finding =>
            finding.Code.StartsWith("MRZ_CHECK_DIGIT", StringComparison.Ordinal) || finding.Code == FindingCatalogue.Alphabet.Code || finding.Code == FindingCatalogue.Date.Code);

    /// <summary>The likeliest text that fulfils all check digits, where it is much likelier than the next; null otherwise.</summary>
    private static (MrzReading Reading, Dictionary<(int Line, int Column), char> Taken)? Settled(Cell[][] cells, MrzFormat format, DateOnly today)
    {
        var doubtful = cells.SelectMany(line => line).Where(cell => cell.Candidates.Length > 1 && MrzAlphabet.IsChecked(format, cell.Line, cell.Column))
            .OrderBy(cell => cell.Certainty).Take(MostCells).ToArray();
        (MrzReading Reading, Dictionary<(int, int), char> Taken, double Likelihood)? best = null;
        // By falling likelihood: each choice is its parent with one more cell changed, or its last cell changed again.
        var open = new PriorityQueue<(int[] Choice, int Last), double>();
        open.Enqueue((new int[doubtful.Length], 0), 0);
        for (var tries = 0; tries < MostTries && open.TryDequeue(out var next, out var cost); tries++)
        {
            if (best is { } found && Math.Exp(-cost) * ClearlyBest < found.Likelihood)
                return (found.Reading, found.Taken);
            var taken = doubtful.Select((cell, i) => (cell, i)).Where(p => next.Choice[p.i] > 0)
                .ToDictionary(p => (p.cell.Line, p.cell.Column), p => p.cell.Candidates[next.Choice[p.i]].Character);
            var reading = MrzReader.Read(Text(cells, taken), today);
            if (IsProven(reading, format))
            {
                if (best is not null)
                    return null;
                best = (reading, taken, Math.Exp(-cost));
            }
            for (var i = next.Last; i < doubtful.Length; i++)
            {
                if (next.Choice[i] + 1 >= doubtful[i].Candidates.Length || next.Choice[i] == 0 && taken.Count == MostChanges || i > next.Last && next.Choice[i] > 0)
                    continue;
                var choice = next.Choice.ToArray();
                choice[i]++;
                open.Enqueue((choice, i), cost + Math.Log(doubtful[i].Candidates[choice[i] - 1].Probability / doubtful[i].Candidates[choice[i]].Probability));
            }
        }
        // All that is likely enough to matter was tried, or there was too much: then it is not settled.
        return best is { } only && open.Count == 0 ? (only.Reading, only.Taken) : null;
    }

    private sealed record Cell(int Line, int Column, (char Character, double Probability)[] Candidates)
    {
        public char Best => Candidates[0].Character;

        public double Certainty => Candidates[0].Probability;
    }
}
