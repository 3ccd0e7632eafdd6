using Rahdari.Casework.Cases;
using Rahdari.Documents.Mrz;

namespace Rahdari.Node.Console.Cases;

/// <summary>One field of a fact: what it is called in its JSON, how it is filled in and shown.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Kind">How it is filled in.</param>
/// <param name="IsRequired">False where it may be left empty.</param>
/// <param name="Words">For <see cref="FactFieldKind.Word"/> and lists of words: the prefix of their texts, and the words.</param>
public sealed record FactField(string Name, FactFieldKind Kind, bool IsRequired = true, FactWords? Words = null)
{
    /// <summary>A word of an enumeration, or several of it.</summary>
    public static FactField Word<T>(string name, string prefix, FactFieldKind kind = FactFieldKind.Word, params T[] without)
        where T : struct, Enum => new(name, kind, true, new FactWords(prefix, [.. Enum.GetValues<T>().Except(without).Select(word => $"{word}")]));

    /// <summary>A sex.</summary>
    public static FactField Sex(string name) => Word<Sex>(name, "Sex");

    /// <summary>Forms of exploitation.</summary>
    public static FactField Forms { get; } = Word<ExploitationForm>("forms", "Exploitation", FactFieldKind.Words);
}

/// <summary>Words of an enumeration.</summary>
/// <param name="Prefix">What their texts begin with.</param>
/// <param name="Names">Their names.</param>
public sealed record FactWords(string Prefix, IReadOnlyList<string> Names);

/// <summary>How a field is filled in.</summary>
public enum FactFieldKind
{
#pragma warning disable CS1591 // The names say it; those that need more have it.
    Text,

    /// <summary>Kept in capitals, but for numbers and receipts.</summary>
    Code,
    Paragraph,
    Day,
    Amount,
    Months,
    YesNo,
    Word,
    Words,

    /// <summary>A key that whoever tells it makes.</summary>
    Key,
    Uuid,
    Law,

    /// <summary>Any section of any law.</summary>
    Offence,
    OffenceOfCase,
    Accused,
    AccusedOrNobody,

    /// <summary>Somebody new, or an accused of whom something else is told than before.</summary>
    AccusedOrNew,

    /// <summary>A charge that is open.</summary>
    Charge,
    Charges,

    /// <summary>A charge with a conviction.</summary>
    Decided,
    Victim,
    Hearing,
    Order,
    Appeal,

    /// <summary>One for each charge of the appeal.</summary>
    Verdicts,
#pragma warning restore CS1591
}
