namespace Rahdari.Casework.Consultations;

/// <summary>How far a consultation has come.</summary>
public enum ConsultationState
{
    /// <summary>Written, and seen by strategy officers alone.</summary>
    Draft,

    /// <summary>Shown to everybody; contributions are taken between its days.</summary>
    Open,

    /// <summary>No contribution is taken any more; what came is weighed.</summary>
    Closed,

    /// <summary>Its contributions and what follows from them are shown to everybody.</summary>
    Published,
}

/// <summary>What moves a consultation on.</summary>
public enum ConsultationStep
{
    /// <summary>From draft to open; by another person than who wrote it.</summary>
    Open,

    /// <summary>From open to closed.</summary>
    Close,

    /// <summary>From closed to published; by another person than who wrote it.</summary>
    Publish,

    /// <summary>From published back to closed, with a reason.</summary>
    TakeBack,
}
