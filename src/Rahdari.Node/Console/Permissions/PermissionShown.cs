using Rahdari.Border.Permissions;

namespace Rahdari.Node.Console.Permissions;

/// <summary>How a permission is shown.</summary>
internal static class PermissionShown
{
    /// <summary>The holder's name, surname first.</summary>
    public static string Name(Permission permission) =>
        permission.SecondaryIdentifier.Length == 0 ? permission.PrimaryIdentifier : $"{permission.PrimaryIdentifier}, {permission.SecondaryIdentifier}";

    /// <summary>The title of an option in a language, with its number.</summary>
    public static string Title(EntryOption option, string language)
    {
        var title = language == "ur" ? option.TitleUrdu ?? option.Title : option.Title;
        return option.Number is null ? title : $"{title} {option.Number}";
    }
}
