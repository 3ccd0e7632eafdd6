using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rahdari.Node.Pictures;

namespace Rahdari.Node.Chips;

/// <summary>Registers what reads documents at the counters of one site.</summary>
internal static class ChipRegistration
{
    /// <summary>Adds the readers plugged in here, unless others were registered before.</summary>
    public static IServiceCollection AddChips(this IServiceCollection services)
    {
        services.TryAddSingleton<ICounterReaders, PluggedReaders>();
        services.AddSingleton<CounterChips>();
        services.AddSingleton<CounterPictures>();
        return services;
    }
}
