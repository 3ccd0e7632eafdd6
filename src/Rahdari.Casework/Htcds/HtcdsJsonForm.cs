namespace Rahdari.Casework.Htcds;

/// <summary>How cases stand in JSON; the reader takes both.</summary>
public enum HtcdsJsonForm
{
    /// <summary>One case a line.</summary>
    Lines,

    /// <summary>One document: an array of cases.</summary>
    Document,
}
