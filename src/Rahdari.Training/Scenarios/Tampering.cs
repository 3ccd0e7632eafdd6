namespace Rahdari.Training.Scenarios;

/// <summary>What was done to the page of a document, or happened to it.</summary>
public enum Tampering
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A digit of the document number is another, its check digit is not.</summary>
    NumberDigit,

    /// <summary>A digit of the date of birth is another, its check digit is not.</summary>
    BirthDigit,

    /// <summary>The last check digit, over the whole line, is another.</summary>
    CompositeDigit,

    /// <summary>The document expired.</summary>
    Expired,

    /// <summary>No State has the code that it names.</summary>
    NoSuchState,

    /// <summary>Its State reported it stolen.</summary>
    ReportedStolen,

    /// <summary>Its State reported it lost.</summary>
    ReportedLost,
}
