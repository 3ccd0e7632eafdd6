using Microsoft.AspNetCore.Http;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Crossings;
using Rahdari.Node.Console.Shared;

namespace Rahdari.Node.Console.Crossings;

/// <summary>What a user asks of the crossings, as typed. It is sent in the body of a form, so that no name or number stands in an address or a log.</summary>
public sealed class CrossingSearch
{
    /// <summary>The first day, at the port.</summary>
    public string? FirstDay { get; set; }

    /// <summary>The last day, at the port.</summary>
    public string? LastDay { get; set; }

    /// <summary>Which way.</summary>
    public string? Direction { get; set; }

    /// <summary>How it ended.</summary>
    public string? Outcome { get; set; }

    /// <summary>The nationality's code.</summary>
    public string? Nationality { get; set; }

    /// <summary>The document number.</summary>
    public string? Number { get; set; }

    /// <summary>The beginning of the surname.</summary>
    public string? Surname { get; set; }

    /// <summary>The counter.</summary>
    public string? Counter { get; set; }

    /// <summary>The kind of the conveyance.</summary>
    public string? ConveyanceKind { get; set; }

    /// <summary>Its number.</summary>
    public string? Conveyance { get; set; }

    /// <summary>The day of its coming or going, at the port.</summary>
    public string? ConveyanceDay { get; set; }

    /// <summary>How many crossings come before the page.</summary>
    public int Offset { get; set; }

    /// <summary>A search as a form carries it.</summary>
    internal static CrossingSearch From(IFormCollection form) => new()
    {
        FirstDay = form["Search.FirstDay"],
        LastDay = form["Search.LastDay"],
        Direction = form["Search.Direction"],
        Outcome = form["Search.Outcome"],
        Nationality = form["Search.Nationality"],
        Number = form["Search.Number"],
        Surname = form["Search.Surname"],
        Counter = form["Search.Counter"],
        ConveyanceKind = form["Search.ConveyanceKind"],
        Conveyance = form["Search.Conveyance"],
        ConveyanceDay = form["Search.ConveyanceDay"],
    };

    /// <summary>The filter that it means, or the day that is none.</summary>
    internal CrossingFilter? ToFilter(PortTime times, out string? wrongDay)
    {
        wrongDay = new[] { FirstDay, LastDay, ConveyanceDay }.FirstOrDefault(day => !IsEmpty(day) && Days.Read(day) is null);
        if (wrongDay is not null)
            return null;
        return new CrossingFilter
        {
            From = Days.Read(FirstDay) is { } first ? times.Begins(first) : null,
            To = Days.Read(LastDay) is { } last && last < DateOnly.MaxValue ? times.Begins(last.AddDays(1)) : null,
            Direction = Enum.TryParse<Direction>(Direction, out var direction) ? direction : null,
            Outcome = Enum.TryParse<CrossingOutcome>(Outcome, out var outcome) ? outcome : null,
            Nationality = Given(Nationality),
            DocumentNumber = Given(Number),
            Surname = Given(Surname),
            Counter = Given(Counter),
            ConveyanceKind = Enum.TryParse<ConveyanceKind>(ConveyanceKind, out var kind) ? kind : null,
            Conveyance = Given(Conveyance),
            ConveyanceDay = Days.Read(ConveyanceDay),
        };
    }

    private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);

    private static string? Given(string? text) => IsEmpty(text) ? null : text!.Trim();
}
