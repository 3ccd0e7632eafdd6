using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Cabinets;

/// <summary>
/// The cabinets that caseworkers have opened, in this process's memory and nowhere else. A browser, or a program, holds a cookie of its own that says which one is its; the cookie opens nothing by itself: not without the
/// session of the same sign-in, not after the cabinet was locked or left idle, not after a restart. Thread-safe.
/// </summary>
public sealed class OpenCabinets(OrganisationRegister register, IOptions<IdentityOptions> identity) : IDisposable
{
    /// <summary>The cookie's name.</summary>
    public const string CookieName = IdentityRegistration.CookieName + "-cabinet";

    // At work, at the meeting, on the telephone: more is a mistake, and the oldest is locked.
    private const int MostOfOne = 4;

    private readonly ConcurrentDictionary<string, Opened> all = new(StringComparer.Ordinal);
    private long numbers;

    /// <summary>Opens the cabinet of the request's user for this browser, in the place of the one that it had. The problems are those of <see cref="OrganisationRegister.OpenAsync"/>.</summary>
    public async Task<Answer<Cabinet>> OpenAsync(HttpContext context, string passphrase, CancellationToken cancellation = default)
    {
        var actor = context.User.ToActor();
        var answer = await register.OpenAsync(passphrase, actor, cancellation);
        if (!answer.Succeeded)
            return answer.Problem;
        Close(context);
        foreach (var (key, closed) in all.Where(o => !o.Value.Cabinet.IsOpen))
            Remove(key, closed);
        foreach (var (key, oldest) in all.Where(o => o.Value.Cabinet.Member == actor.Name).OrderByDescending(o => o.Value.Number).Skip(MostOfOne - 1).ToArray())
            Remove(key, oldest);
        var handle = RandomNumberGenerator.GetHexString(64);
        all[KeyOf(handle)] = new Opened(answer.Value, Stamp(context.User) ?? "", Interlocked.Increment(ref numbers));
        context.Items[CookieName] = handle;
        var cookie = new CookieBuilder { HttpOnly = true, SameSite = SameSiteMode.Strict, SecurePolicy = CookieSecurePolicy.SameAsRequest, IsEssential = true };
        context.Response.Cookies.Append(CookieName, handle, cookie.Build(context));
        return answer;
    }

    /// <summary>The cabinet that the request's user has opened in this browser, or null where none is open.</summary>
    public Cabinet? Of(HttpContext context)
    {
        if (HandleOf(context) is not { } handle || !all.TryGetValue(KeyOf(handle), out var opened))
            return null;
        var actor = context.User.ToActor();
        // Of the same sign-in: where it ended, or the user was locked or given another role, its stamp is another.
        var isTheirs = opened.Cabinet.Member == actor.Name && opened.Cabinet.Organisation == actor.Organisation && opened.Stamp == Stamp(context.User);
        if (isTheirs && opened.Cabinet.IsOpen)
            return opened.Cabinet;
        if (!opened.Cabinet.IsOpen)
            Remove(KeyOf(handle), opened);
        return null;
    }

    /// <summary>Locks the cabinet of this browser, where one is open.</summary>
    public void Close(HttpContext context)
    {
        if (HandleOf(context) is not { } handle)
            return;
        if (all.TryGetValue(KeyOf(handle), out var opened) && opened.Cabinet.Member == context.User.ToActor().Name)
            Remove(KeyOf(handle), opened);
        context.Items.Remove(CookieName);
        context.Response.Cookies.Delete(CookieName);
    }

    /// <summary>Locks every cabinet that a user has opened: they sign out.</summary>
    public void CloseAll(string member)
    {
        foreach (var (key, opened) in all.Where(o => o.Value.Cabinet.Member == member))
            Remove(key, opened);
    }

    /// <summary>Locks them all: the site stops.</summary>
    public void Dispose()
    {
        foreach (var (key, opened) in all)
            Remove(key, opened);
    }

    private static string? HandleOf(HttpContext context) => context.Items[CookieName] as string ?? (context.Request.Cookies[CookieName] is { Length: 64 } handle ? handle : null);

    // Whoever reads the memory's index learns no handle from it.
    private static string KeyOf(string handle) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(handle)));

    private string? Stamp(ClaimsPrincipal user) => user.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);

    private void Remove(string key, Opened opened)
    {
        all.TryRemove(key, out _);
        opened.Cabinet.Close();
    }

    private sealed record Opened(Cabinet Cabinet, string Stamp, long Number);
}
