using System.Text.Json;
using Rahdari.Border.Watchlists.OpenSanctions;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists;

/// <summary>Reads a collection of OpenSanctions, or any other of the FollowTheMoney model, as lines of JSON: <c>entities.ftm.json</c> and <c>targets.nested.json</c>.</summary>
/// <remarks>
/// Source of the form: https://www.opensanctions.org/docs/bulk/json/. In the one, papers and sanctions are lines of their own
/// that name whom they belong to, before or after; in the other they stand within. The files say nowhere when they were
/// published. Entities that the file calls no targets (relatives, directors) are not listed. Thread-safe.
/// </remarks>
public static class OpenSanctionsList
{
    /// <summary>Reads the list; line by line, bounded. Never throws on any bytes.</summary>
    /// <param name="json">The file's bytes.</param>
    /// <param name="fileName">For errors.</param>
    /// <param name="progress">Receives the share read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public static ListReading Read(Stream json, string fileName, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var errors = new ListErrors();
        var drafts = new List<(EntryDraft Draft, long Line)>();
        var parts = new List<FtmEntity>();
        var shown = new ReadingProgress([json], progress, cancellation);
        var lines = new LineReader(json);
        while (!errors.IsFull && lines.Next())
        {
            shown.Next();
            if (drafts.Count + parts.Count > ListLimits.MostEntries || lines.Read > ListLimits.LargestFile)
            {
                errors.Add(ListRule.FileTooLarge.Broken(fileName, lines.Number, 0, null, ListLimits.OfFile));
                break;
            }
            if (Entity(lines, fileName, errors) is not { } entity)
                continue;
            if (FtmEntry.IsPart(entity.Schema))
                parts.Add(entity);
            else if (FtmEntry.KindOf(entity.Schema) is { } kind && entity.IsTarget && Draft(entity, kind, fileName, lines.Number, errors) is { } draft)
                drafts.Add((draft, lines.Number));
        }
        Join(drafts, parts);
        var entries = new EntryList(fileName, errors);
        foreach (var (draft, line) in drafts)
        {
            if (!entries.Add(draft.ToEntry(), line, 0, "id"))
                break;
        }
        shown.Done();
        return entries.Reading("opensanctions", null);
    }

    private static FtmEntity? Entity(LineReader lines, string file, ListErrors errors)
    {
        if (lines.IsTooLong)
        {
            errors.Reject(ListRule.EntryTooLarge.Broken(file, lines.Number, 0, null, ListLimits.OfEntry));
            return null;
        }
        // A mark of the byte order at the beginning says nothing: it is UTF-8.
        var line = lines is { Number: 1, Line.Span: [0xEF, 0xBB, 0xBF, ..] } ? lines.Line[3..] : lines.Line;
        if (line.Span.Trim(" \t\r"u8).IsEmpty || JsonText.Parse(line, file, lines.Number, errors) is not { } document)
            return null;
        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                errors.Add(ListRule.JsonShape.Broken(file, lines.Number, 1, null, ("found", document.RootElement.ValueKind), ("expected", JsonValueKind.Object)));
                return null;
            }
            try
            {
                return Checked(FtmEntity.Read(document.RootElement), file, lines.Number, errors);
            }
            catch (InvalidOperationException)
            {
                // An escape that stands for half a character, which is the only thing that a parsed text can still lack.
                errors.Reject(ListRule.TextInvalid.Broken(file, lines.Number, 0, null));
                return null;
            }
        }
    }

    private static FtmEntity? Checked(FtmEntity entity, string file, long line, ListErrors errors)
    {
        if (entity.Longest > ListLimits.LongestValue)
            errors.Reject(ListRule.ValueTooLong.Broken(file, line, 0, null, ("characters", ListLimits.LongestValue)));
        else if (entity.Schema.Length == 0)
            errors.Reject(ListRule.KindUnknown.Broken(file, line, 0, "schema", ("found", "–")));
        else
            return entity;
        return null;
    }

    private static EntryDraft? Draft(FtmEntity entity, WatchlistEntryKind kind, string file, long line, ListErrors errors)
    {
        var draft = FtmEntry.Read(entity, kind, out var broken);
        if (broken is not null)
            errors.Reject(broken.Broken(file, line, 0, broken == ListRule.NameMissing ? "name" : "id", ("reference", entity.Id)));
        return draft;
    }

    /// <summary>Gives papers and sanctions to those whom they name.</summary>
    private static void Join(List<(EntryDraft Draft, long Line)> drafts, List<FtmEntity> parts)
    {
        var byId = new Dictionary<string, EntryDraft>(StringComparer.Ordinal);
        foreach (var (draft, _) in drafts)
            byId.TryAdd(draft.Reference, draft);
        foreach (var part in parts)
        {
            foreach (var owner in part.Peek("holder").Concat(part.Peek("entity")).Distinct())
            {
                if (byId.TryGetValue(owner, out var draft))
                    FtmEntry.Part(part, draft);
            }
        }
    }
}
