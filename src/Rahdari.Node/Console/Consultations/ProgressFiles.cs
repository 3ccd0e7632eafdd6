using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Casework.Consultations;
using Rahdari.Node.Console.Shared;

namespace Rahdari.Node.Console.Consultations;

/// <summary>What everybody may read of the strategy, for programs: JSON, and the actions as CSV. Nobody signs in, and nobody is in it.</summary>
internal static class ProgressFiles
{
    private static readonly string[] Columns =
    [
        "number", "title_en", "title_ur", "owner_en", "owner_ur", "due", "recommendations", "indicator", "year", "province", "baseline", "baseline_on", "target", "measured", "measured_on", "progress_percent", "status", "late",
    ];

    public static void MapProgressFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/strategy/progress.json", JsonAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/strategy/progress.csv", CsvAsync).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>The actions as a table (RFC 4180), in UTF-8 with its mark, so that spreadsheets read Urdu.</summary>
    internal static string Csv(PublishedStrategy strategy)
    {
        var text = new StringBuilder("\uFEFF").AppendJoin(',', Columns).Append("\r\n");
        foreach (var action in strategy.Actions)
        {
            string?[] cells =
            [
                action.Number, action.Title.En, action.Title.Ur, action.Owner.En, action.Owner.Ur, Days.Text(action.Due), string.Join(' ', action.Recommendations), $"{action.Indicator}", $"{action.Year}", action.Province,
                Number(action.Baseline?.Value), action.Baseline is { } from ? Days.Text(from.On) : null, Number(action.Target), Number(action.Measured?.Value), action.Measured is { } last ? Days.Text(last.On) : null,
                $"{action.Progress}", $"{action.Status}", action.IsLate ? "yes" : "no",
            ];
            text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        }
        return text.ToString();
    }

    private static async Task<Ok<PublishedStrategy>> JsonAsync(PublicStrategy strategy, CancellationToken cancellation) => TypedResults.Ok(await strategy.ReadAsync(cancellation));

    private static async Task<ContentHttpResult> CsvAsync(PublicStrategy strategy, CancellationToken cancellation) =>
        TypedResults.Text(Csv(await strategy.ReadAsync(cancellation)), "text/csv", Encoding.UTF8);

    private static string? Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text that a spreadsheet would run stands behind an apostrophe.</summary>
    private static string Cell(string? text)
    {
        var cell = text ?? "";
        if (cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
            cell = "'" + cell;
        return cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
