using System.Text.Json.Serialization;

namespace Rahdari.Links.Brokers;

/// <summary>How the broker's passwords are kept.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class BrokerJson : JsonSerializerContext;
