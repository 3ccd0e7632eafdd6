namespace Rahdari.Documents.Names;

/// <summary>Names as a machine readable zone carries them (Doc 9303-3 §4.6 and §6).</summary>
public static class MrzName
{
    /// <summary>Transliterates a name to A–Z and space after Doc 9303-3 §6; characters without a rule are left out.</summary>
    public static string Transliterate(string name) => throw new NotImplementedException();

    /// <summary>The name field of <paramref name="width"/> characters (39 for TD3, 31 for TD2 and MRV-B, 30 for TD1), truncated by §4.6 where it must be.</summary>
    public static string Compose(string primaryIdentifier, string secondaryIdentifier, int width) => throw new NotImplementedException();
}
