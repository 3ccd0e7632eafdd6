namespace Rahdari.Training.Scenarios;

/// <summary>How a traveller resembles somebody on the list of the lesson.</summary>
public enum Likeness
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The traveller is the person listed.</summary>
    Same,

    /// <summary>The traveller is the person listed, whose name the document spells otherwise.</summary>
    SpeltOtherwise,

    /// <summary>Somebody else of the same name, born on another day.</summary>
    OtherBirthday,

    /// <summary>Somebody else of the same surname, with another given name and another day of birth.</summary>
    SurnameAlone,

    /// <summary>Somebody else whose name is spelt almost the same, born on another day.</summary>
    AlmostOtherBirthday,
}
