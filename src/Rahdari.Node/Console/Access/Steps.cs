using Rahdari.Node.Identity;

namespace Rahdari.Node.Console.Access;

/// <summary>The page on which a user takes the step that is left.</summary>
internal static class Steps
{
    public const string Password = "/account/password";
    public const string Authenticator = "/account/authenticator";

    /// <summary>The page's path, or null where no step is left.</summary>
    public static string? PathOf(PendingStep? step) => step switch
    {
        PendingStep.ChangePassword => Password,
        PendingStep.SetUpAuthenticator => Authenticator,
        _ => null,
    };
}
