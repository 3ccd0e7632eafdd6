using Microsoft.AspNetCore.Http;

namespace Rahdari.Node.Console.Consultations;

/// <summary>What one form of a page holds that was sent and not taken: it is shown again, so that nobody types twice. Of another form, or where none was sent, it holds nothing.</summary>
/// <param name="form">What was sent; null where nothing was.</param>
/// <param name="handler">The form's name.</param>
public sealed class SentForm(IFormCollection? form, string handler)
{
    private readonly IFormCollection? form = form?["_handler"].ToString() == handler ? form : null;

    /// <summary>True where it was sent.</summary>
    public bool IsSent => form is not null;

    /// <summary>What a field held, or what stands there.</summary>
    public string? Text(string name, string? otherwise = null) => form is null ? otherwise : form[name].ToString();

    /// <summary>What was ticked, or what stands there.</summary>
    public IReadOnlyList<T> Words<T>(string name, IReadOnlyList<T>? otherwise)
        where T : struct, Enum => form is null ? otherwise ?? [] : StrategyForms.Words<T>(form, name);

    /// <summary>True where a box of several was ticked, or is to be where nothing was sent.</summary>
    public bool Ticks(string name, string value, bool otherwise) => form is null ? otherwise : form[name].Contains(value);
}
