namespace Rahdari.Training.Scenarios;

/// <summary>What the records of the training site hold before the lesson begins.</summary>
public enum Earlier
{
    /// <summary>Nothing of the traveller.</summary>
    Nothing,

    /// <summary>The traveller came in, and may still stay.</summary>
    Entered,

    /// <summary>The traveller came in and stayed too long.</summary>
    Overstayed,

    /// <summary>A twin came in: the same surname and day of birth, another given name and document.</summary>
    TwinEntered,

    /// <summary>Somebody else of the very same name came in, of another age.</summary>
    NamesakeEntered,

    /// <summary>Four others came in for the first time in the past weeks and named the same sponsor.</summary>
    SponsorOfMany,
}
