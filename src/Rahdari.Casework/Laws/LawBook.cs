namespace Rahdari.Casework.Laws;

/// <summary>The laws and procedures that count, as they were published under one number.</summary>
public sealed record LawBook
{
    /// <summary>The number; 0 for what is shipped and was never published.</summary>
    public int Number { get; init; }

    /// <summary>The laws.</summary>
    public required IReadOnlyList<Law> Laws { get; init; }

    /// <summary>The procedures that they follow.</summary>
    public required IReadOnlyList<Procedure> Procedures { get; init; }

    /// <summary>A law by its code, or null.</summary>
    public Law? Find(string code) => Laws.FirstOrDefault(law => law.Code == code);

    /// <summary>The procedure of a law's cases, or null.</summary>
    public Procedure? ProcedureOf(string code) => Find(code)?.Procedure is { } procedure ? Procedures.FirstOrDefault(p => p.Code == procedure) : null;
}
