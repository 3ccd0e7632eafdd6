using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Rahdari.Node.Chips;

/// <summary>Registers chip readers for one site.</summary>
internal static class ChipRegistration
{
    /// <summary>Adds the readers plugged in here, unless others were registered before.</summary>
    public static IServiceCollection AddChips(this IServiceCollection services)
    {
        services.TryAddSingleton<ICounterReaders, PluggedReaders>();
        services.AddSingleton<CounterChips>();
        return services;
    }
}
