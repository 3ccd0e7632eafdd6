using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Rahdari.Border.Sites;
using Rahdari.Dates;
using Rahdari.Node.Identity;
using Scalar.AspNetCore;

namespace Rahdari.Node.Api;

/// <summary>The API's own description (OpenAPI 3.1) at <c>/openapi/v1.json</c>, and a page to read and try it at <c>/api/docs</c>; both for every signed-in user.</summary>
internal static class ApiDescription
{
    private const string Cookie = "session";
    private const string IdempotencyKey = "Idempotency-Key";

    /// <summary>The texts that stand for types with a form of their own.</summary>
    private static readonly Dictionary<Type, (string Pattern, string Example, string Description)> Texts = new()
    {
        [typeof(PartialDate)] = ("^([0-9]{4}|XXXX)(-([0-9]{2}|XX)(-[0-9]{2})?)?$", "1971-08", "A date of which parts may be unknown (ISO 8601-2): 1971-08-14, 1971-08, 1971, 1971-XX-14; XXXX where nothing is known."),
        [typeof(DateSpan)] = ("^[0-9X-]{4,10}~?(/[0-9X-]{4,10}~?)?$", "1968/1970", "A partial date, or any day between two, with ~ where approximate (ISO 8601-2): 1971, 1960~, 1968/1970."),
        [typeof(char)] = ("^.$", "F", "One character."),
    };

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer(Introduce);
        options.AddOperationTransformer(Complete);
        options.AddSchemaTransformer(Shape);
    });

    public static void MapApiDescription(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").RequireAuthorization();
        app.MapScalarApiReference("/api/docs", (options, context) =>
        {
            // The page starts by an inline script and styles itself as it goes; nothing else of it is let loose.
            options.Nonce = RandomNumberGenerator.GetHexString(32);
            context.Response.Headers.ContentSecurityPolicy =
                $"default-src 'self'; script-src 'self' 'nonce-{options.Nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
                + "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
            options.WithTitle("Rahdari API").WithOpenApiRoutePattern("/openapi/{documentName}.json").DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp()
                .HideClientButton().HideDeveloperTools();
        }).RequireAuthorization();
    }

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Rahdari",
            Version = "v1",
            Description =
                "Border control at one site. Times are UTC; days are the port's. A rule that forbids what was asked is answered as application/problem+json (RFC 9457) "
                + "with its stable code, the field and the evidence, its sentence in the language of the request (Accept-Language, or ?ui-culture=ur). "
                + "Every read of a person is audited.",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Cookie] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = IdentityRegistration.NameOf(context.ApplicationServices.GetRequiredService<SiteSettings>()),
                Description = "Set by POST /api/v1/session; ends after 30 minutes without a request, and 12 hours after the sign-in.",
            },
        };
        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any())
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Cookie, context.Document)] = [] }];
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (parameter.Name == IdempotencyKey)
            {
                parameter.Required = true;
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 8, MaxLength = 64, Pattern = "^[!-~]+$" };
            }
            else if (parameter is { In: ParameterLocation.Query, Name: { Length: > 0 } name })
            {
                if (Words(context, name) is { } words)
                    parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = words };
                // The properties of a filter; the server takes any case.
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(name);
            }
        }
        return Task.CompletedTask;
    }

    /// <summary>The words that a parameter of a query may have, or null where it is no enumeration.</summary>
    private static JsonNode[]? Words(OpenApiOperationTransformerContext context, string parameter)
    {
        var type = context.Description.ParameterDescriptions.FirstOrDefault(d => d.Name == parameter)?.ParameterDescriptor?.ParameterType;
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Word<>)
            ? [.. Enum.GetNames(type.GetGenericArguments()[0]).Select(name => JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(name)))]
            : null;
    }

    private static Task Shape(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = context.JsonTypeInfo.Type;
        if (Texts.ContainsKey(Nullable.GetUnderlyingType(type) ?? type))
            Write(schema, type);
        else if (context.JsonTypeInfo.ElementType is { } element && Texts.ContainsKey(element))
            schema.Items = Write(new OpenApiSchema(), element);
        else if (schema.Enum is { Count: > 0 })
            schema.Type ??= JsonSchemaType.String;
        else if (type == typeof(ProblemDetails))
            Extend(schema);
        else if (schema.Properties is { Count: > 0 })
            schema.Type ??= JsonSchemaType.Object; // One of several that a kind tells apart has none by itself.
        return Task.CompletedTask;
    }

    private static OpenApiSchema Write(OpenApiSchema schema, Type type)
    {
        var text = Texts[Nullable.GetUnderlyingType(type) ?? type];
        schema.Type = JsonSchemaType.String | (Nullable.GetUnderlyingType(type) is null ? 0 : JsonSchemaType.Null);
        (schema.Pattern, schema.Examples, schema.Format) = (text.Pattern, [JsonValue.Create(text.Example)], null);
        schema.Description ??= text.Description;
        return schema;
    }

    private static void Extend(OpenApiSchema problem)
    {
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        var number = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" };
        problem.Properties ??= new Dictionary<string, IOpenApiSchema>();
        problem.Properties["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The rule's stable code." };
        problem.Properties["field"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "The field concerned." };
        problem.Properties["evidence"] = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = text, Description = "What was seen, by name." };
        problem.Properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Description = "Of a list's files (LIST_INVALID): every error and its place.",
            Items = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["code"] = text,
                    ["file"] = text,
                    ["line"] = number,
                    ["column"] = number,
                    ["field"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
                    ["message"] = text,
                },
            },
        };
    }
}
