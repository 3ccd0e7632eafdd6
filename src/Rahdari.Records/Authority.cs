using Rahdari.Documents.Findings;

namespace Rahdari.Records;

/// <summary>Who may: deny by default.</summary>
internal static class Authority
{
    /// <summary>The rule broken where the actor has none of the roles, or null.</summary>
    public static Finding? Lacks(this Actor actor, params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            if (actor.Is(role))
                return null;
        }
        return RecordRule.RoleRequired.Broken(null, ("roles", string.Join(", ", roles.ToArray())));
    }

    /// <summary>The rule broken where the actor may not act at the port, or null.</summary>
    public static Finding? IsElsewhere(this Actor actor, string port) =>
        actor.MayActAt(port) ? null : RecordRule.OtherPort.Broken(null, ("port", port));
}
