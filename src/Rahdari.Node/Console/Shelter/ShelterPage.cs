using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Rahdari.Casework;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Documents.Findings;
using Rahdari.Node.Cabinets;
using Rahdari.Node.Console.Shared;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Console.Shelter;

/// <summary>A page that shows what victims told: it needs an open cabinet, and without one leads to where it is opened, and back.</summary>
public abstract class ShelterPage : ComponentBase
{
    /// <summary>Who asks.</summary>
    protected Actor Actor { get; private set; } = null!;

    /// <summary>The cabinet; null where none is open, and the page is being left.</summary>
    protected Cabinet? Cabinet { get; private set; }

    /// <summary>The rule broken, or null.</summary>
    protected Finding? Broken { get; set; }

    /// <summary>A form that was sent.</summary>
    protected IFormCollection? Form { get; private set; }

    /// <summary>Leads elsewhere.</summary>
    [Inject]
    protected NavigationManager Navigation { get; private set; } = null!;

    /// <summary>The request.</summary>
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    /// <summary>The port's days.</summary>
    [Inject]
    private protected PortTime Times { get; private set; } = null!;

    [Inject]
    private OpenCabinets Cabinets { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    /// <inheritdoc/>
    protected sealed override async Task OnInitializedAsync()
    {
        Actor = (await Authentication).User.ToActor();
        Cabinet = Cabinets.Of(Http);
        if (HttpMethods.IsPost(Http.Request.Method) && Http.Request.HasFormContentType)
            Form = await Http.Request.ReadFormAsync();
        if (Cabinet is null)
            Navigation.NavigateTo(UnlockPage.For(Http));
        else
            await ReadAsync();
    }

    /// <summary>Reads what the page shows; the cabinet is open.</summary>
    protected abstract Task ReadAsync();

    /// <summary>True where it was answered. A rule that was broken is shown; where the cabinet has locked meanwhile, the page is left.</summary>
    protected bool Takes<T>(Answer<T> answer, [NotNullWhen(true)] out T? value)
        where T : class
    {
        value = answer.Value;
        if (value is not null)
            return true;
        Broken ??= answer.Problem;
        if (answer.Problem?.Code == CaseworkRule.CabinetClosed.Code)
        {
            Cabinet = null;
            Navigation.NavigateTo(UnlockPage.For(Http));
        }
        return false;
    }

    /// <summary>What was sent under a name.</summary>
    protected IReadOnlyList<string?> Sent(string name) => Form?[name] is { } values ? [.. values] : [];

    /// <summary>The first that was sent under a name, without blanks around it; null where it is empty.</summary>
    protected string? Told(string name) => Form?[name] is { Count: > 0 } values && values[0]?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The word that was sent under a name; the first of all where it is none.</summary>
    protected T Word<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(Told(name), out var word) && Enum.IsDefined(word) ? word : default;

    /// <summary>The key that was sent under a name; empty where it is none.</summary>
    protected Guid Key(string name) => Guid.TryParse(Told(name), out var id) ? id : Guid.Empty;
}
