using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Rahdari.Node.Api;

/// <summary>Which parameter could not be read: of those that may be left out, the generated endpoints say only that it was one of them.</summary>
internal static class UnreadParameter
{
    private static readonly MethodInfo ReadAs = typeof(UnreadParameter).GetMethod(nameof(Reads), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Its name as the endpoint calls it; null where every one can be read.</summary>
    public static string? Find(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().FirstOrDefault(parameter => IsUnread(context, parameter))?.Name;

    private static bool IsUnread(HttpContext context, IParameterBindingMetadata parameter)
    {
        var text = context.GetRouteValue(parameter.Name)?.ToString() ?? context.Request.Query[parameter.Name].ToString();
        var type = Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType;
        return parameter.HasTryParse && text.Length > 0
            && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IParsable<>))
            && !(bool)ReadAs.MakeGenericMethod(type).Invoke(null, [text])!;
    }

    private static bool Reads<T>(string text)
        where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out _);
}
