using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Names;

namespace Rahdari.Documents.Inspection;

/// <summary>The visa's own zone, and the visa against the passport that it is in.</summary>
internal static class VisaInspection
{
    public static IEnumerable<Finding> Of(MrzReading reading, MrzFields passport, string? receivingState, DateOnly today)
    {
        if (reading.Fields is not { Format: MrzFormat.MRVA or MrzFormat.MRVB } visa)
        {
            yield return VisaRules.NoVisa.Found(VisaRules.Field, reading.Fields?.Format.ToString() ?? "-");
            yield break;
        }
        foreach (var finding in reading.Findings)
            yield return finding with { Field = VisaRules.Field };
        var name = NameComparison.Of(passport.PrimaryIdentifier, passport.SecondaryIdentifier, visa).Agreement;
        if (name == NameAgreement.Different)
            yield return VisaRules.NameDiffers.Found("Name", Words.Name(passport), Words.Name(visa));
        else if (name > NameAgreement.EqualByTransliteration)
            yield return VisaRules.NameVaries.Found("Name", Words.Name(passport), Words.Name(visa));
        if (!visa.DateOfBirth.IsCompatibleWith(passport.DateOfBirth))
            yield return VisaRules.BirthDiffers.Found(nameof(visa.DateOfBirth), passport.DateOfBirth.ToString(), visa.DateOfBirth.ToString());
        if (visa.Sex != passport.Sex && visa.Sex != Sex.Unspecified && passport.Sex != Sex.Unspecified)
            yield return VisaRules.SexDiffers.Found(nameof(visa.Sex), Words.Letter(passport.Sex), Words.Letter(visa.Sex));
        if (!Words.SameState(visa.Nationality, passport.Nationality))
            yield return VisaRules.NationalityDiffers.Found(nameof(visa.Nationality), passport.Nationality, visa.Nationality);
        // The document number of a visa is the passport's or its own, as the State likes.
        if (!string.Concat(visa.DocumentNumber, visa.OptionalData[0]).Contains(passport.DocumentNumber, StringComparison.Ordinal))
            yield return VisaRules.NumberElsewhere.Found(nameof(visa.DocumentNumber), passport.DocumentNumber, Words.Name(visa.DocumentNumber, visa.OptionalData[0]));
        if (visa.DateOfExpiry.Latest() is { } last && last < today)
            yield return VisaRules.Expired.Found(nameof(visa.DateOfExpiry), visa.DateOfExpiry.ToString(), $"{today.DayNumber - last.DayNumber}");
        if (visa.DateOfExpiry.Earliest() > passport.DateOfExpiry.Latest())
            yield return VisaRules.Outlasts.Found(nameof(visa.DateOfExpiry), visa.DateOfExpiry.ToString(), passport.DateOfExpiry.ToString());
        if (receivingState is not null && !Words.SameState(visa.IssuingState, receivingState))
            yield return VisaRules.OtherState.Found(nameof(visa.IssuingState), visa.IssuingState, receivingState);
        if (Words.SameState(visa.IssuingState, passport.Nationality))
            yield return VisaRules.OwnNational.Found(nameof(visa.IssuingState), visa.IssuingState);
    }
}
