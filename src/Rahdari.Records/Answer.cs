using System.Diagnostics.CodeAnalysis;
using Rahdari.Documents.Findings;

namespace Rahdari.Records;

/// <summary>What was asked for, or the rule that forbids it. A user's mistake is an answer, not an exception.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public readonly record struct Answer<T>
    where T : class
{
    /// <summary>An answer from its value, where that is an interface (no conversion operator can take one).</summary>
    public Answer(T value)
        : this(value, null)
    {
    }

    private Answer(T? value, Finding? problem) => (Value, Problem) = (value, problem);

    /// <summary>What was asked for, or null.</summary>
    public T? Value { get; }

    /// <summary>The rule broken, or null. Codes are in <see cref="RecordRule"/>.</summary>
    public Finding? Problem { get; }

    /// <summary>True where the value is there.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Value is not null;

    /// <summary>An answer from its value.</summary>
    public static implicit operator Answer<T>(T value) => new(value, null);

    /// <summary>An answer from the rule broken.</summary>
    public static implicit operator Answer<T>(Finding problem) => new(null, problem);
}
