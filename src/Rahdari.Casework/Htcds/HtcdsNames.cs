namespace Rahdari.Casework.Htcds;

/// <summary>By which names fields are written; readers take both.</summary>
public enum HtcdsNames
{
    /// <summary>Those of the field standards.</summary>
    Standard,

    /// <summary>Those of the XLSForm, where it has another: <c>prs_First_Name</c>.</summary>
    Form,
}
