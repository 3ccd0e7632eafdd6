using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Pakistan;

namespace Rahdari.Border.Travellers.Links;

/// <summary>A number that a State gives one person for life. Only where issuer and form make it one: optional data is often anything.</summary>
/// <param name="State">Who gave it, as documents write the State.</param>
/// <param name="Number">Digits.</param>
public sealed record PersonalNumber(string State, string Number)
{
    /// <summary>In so few places one number is misread or mistyped, two exchanged digits among them.</summary>
    private const int MostMisread = 2;

    private static readonly string[] CheckDigits = [FindingCatalogue.CheckDigitNumber.Code, FindingCatalogue.CheckDigitPersonal.Code, FindingCatalogue.CheckDigitComposite.Code];

    private static readonly (string State, Func<string, string?> Read)[] Forms =
    [
        // CNIC, SNIC, NICOP and POC have one form: Rahdari.Documents.Pakistan.Cnic.
        ("PAK", text => Cnic.TryParse(text, out var number) && number.Division is not null ? number.Digits : null),
        // The identity number of Law No. 5490: eleven digits, the last two of them check digits.
        ("TUR", text => IsTurkish(text) ? text : null),
    ];

    /// <summary>The number in a zone, or null: in the optional data, or of an identity card its own.</summary>
    public static PersonalNumber? Of(MrzFields document)
    {
        var candidates = document.DocumentCode.StartsWith('I') ? document.OptionalData.Append(document.DocumentNumber) : document.OptionalData;
        return candidates.Select(text => Of(document.IssuingState, text)).FirstOrDefault(number => number is not null);
    }

    /// <summary>The number in a zone as read, or null: only where the check digits over it hold, for one misread letter makes a person another.</summary>
    public static PersonalNumber? Of(MrzReading reading) =>
        reading.Fields is { } document && !reading.Findings.Any(finding => CheckDigits.Contains(finding.Code)) ? Of(document) : null;

    /// <summary>The number of a State in a text, or null where it has not the form.</summary>
    public static PersonalNumber? Of(string state, string? text)
    {
        foreach (var form in Forms)
        {
            if (form.State == state && text is not null && form.Read(text) is { } number && number.AsSpan().IndexOfAnyExcept(number[0]) >= 0)
                return new PersonalNumber(state, number);
        }
        return null;
    }

    /// <summary>As <see cref="ToString"/> wrote it, or null.</summary>
    public static PersonalNumber? Parse(string? text) => text is { Length: > 3 } ? new PersonalNumber(text[..3], text[3..]) : null;

    /// <summary>State and digits: <c>PAK4210100000000</c>.</summary>
    public override string ToString() => State + Number;

    /// <summary>How two numbers compare; of two States they tell nothing.</summary>
    internal static NumberAgreement Compare(PersonalNumber? one, PersonalNumber? other)
    {
        if (one is null || other is null || one.State != other.State)
            return NumberAgreement.Unknown;
        if (one.Number == other.Number)
            return NumberAgreement.Same;
        var differing = one.Number.Length != other.Number.Length ? int.MaxValue : one.Number.Zip(other.Number).Count(digits => digits.First != digits.Second);
        return differing <= MostMisread ? NumberAgreement.Nearly : NumberAgreement.Other;
    }

    private static bool IsTurkish(string text)
    {
        if (text.Length != 11 || text[0] == '0' || text.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
            return false;
        int[] digits = [.. text.Select(digit => digit - '0')];
        var (odd, even) = (digits[0] + digits[2] + digits[4] + digits[6] + digits[8], digits[1] + digits[3] + digits[5] + digits[7]);
        return digits[9] == (((odd * 7) - even) % 10 + 10) % 10 && digits[10] == digits.Take(10).Sum() % 10;
    }
}

/// <summary>How two personal numbers compare.</summary>
internal enum NumberAgreement
{
    /// <summary>One side has none, or they are of two States.</summary>
    Unknown,

    /// <summary>One number.</summary>
    Same,

    /// <summary>A digit or two differ: mistyped, or those of twins.</summary>
    Nearly,

    /// <summary>Two numbers.</summary>
    Other,
}
