using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rahdari.Border.Sites;
using Rahdari.Documents.States;
using Rahdari.Links.Lines;
using Rahdari.Links.Pki;

namespace Rahdari.Links.Brokers;

/// <summary>
/// What the site's own broker (nats-server) is told: its configuration in the folder <c>broker</c> of the site, made anew whenever it changes. A port's broker hears its own machine alone and calls headquarters'. At
/// headquarters each node has an account of its own: what one port sends, no other can read, and what a port may do, it can do to nothing but its own. Who is who, the certificates say.
/// </summary>
public sealed class BrokerFiles
{
    private const int PasswordBytes = 24;

    private readonly SiteFolder site;
    private readonly LinkSettings settings;
    private readonly NodeFolder certificates;

    /// <summary>The broker of a site.</summary>
    public BrokerFiles(SiteFolder site, LinkSettings settings) => (this.site, this.settings, certificates) = (site, settings, NodeFolder.Of(site.FullPath));

    /// <summary>The most bytes that headquarters' broker keeps of one node's records: several times what a node sends ahead of its receipt.</summary>
    public const long HubStreamBytes = 64L * 1024 * 1024;

    /// <summary>The folder: configuration, store, number of the process.</summary>
    public string Folder => Path.Combine(site.FullPath, "broker");

    /// <summary>The configuration, which holds passwords: its owner's alone.</summary>
    public string Configuration => Path.Combine(Folder, "nats-server.conf");

    /// <summary>Where the broker notes its process.</summary>
    public string ProcessFile => Path.Combine(Folder, "nats-server.pid");

    /// <summary>Headquarters' broker's log: who knocked at its door and was refused.</summary>
    public BrokerLog Log => new(Path.Combine(Folder, "nats-server.log"));

    private string PasswordsFile => Path.Combine(Folder, "accounts.json");

    /// <summary>Writes the configuration where it is not as it should be; true where it was another.</summary>
    /// <param name="nodes">Every node that takes part; at a port nobody.</param>
    public bool Write(IEnumerable<string> nodes)
    {
        PrivateFiles.MakeFolder(Folder);
        var text = settings.End == LinkEnd.Port ? Leaf() : Hub([.. nodes.Where(node => node != site.Settings.Node).Order(StringComparer.Ordinal)]);
        if (File.Exists(Configuration) && File.ReadAllText(Configuration) == text)
            return false;
        PrivateFiles.Replace(Configuration, Encoding.UTF8.GetBytes(text));
        return true;
    }

    /// <summary>The password with which headquarters opens a node's account of its own broker.</summary>
    public string Password(string node)
    {
        var passwords = File.Exists(PasswordsFile) ? JsonSerializer.Deserialize(File.ReadAllBytes(PasswordsFile), BrokerJson.Default.DictionaryStringString)! : [];
        if (passwords.TryGetValue(node, out var known))
            return known;
        PrivateFiles.MakeFolder(Folder);
        passwords[node] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes));
        PrivateFiles.Replace(PasswordsFile, JsonSerializer.SerializeToUtf8Bytes(passwords, BrokerJson.Default.DictionaryStringString));
        return passwords[node];
    }

    private string Leaf() => Common("verify_and_map: true", settings.BrokerBytes * 2) + string.Create(CultureInfo.InvariantCulture, $$"""
        leafnodes {
          reconnect: 1
          remotes: [ { url: "tls://{{settings.Headquarters}}:{{settings.LeafPort}}", account: PORT, tls { {{Certificates}} } } ]
        }
        accounts { PORT { jetstream: enabled, users: [ {user: "{{Subject(site.Settings.Node)}}"} ] } }

        """);

    private string Hub(IReadOnlyList<string> nodes)
    {
        var text = new StringBuilder(Common("verify: true", (nodes.Count + 2) * HubStreamBytes));
        text.Append(CultureInfo.InvariantCulture, $$"""
            log_file: "{{Log.File}}"
            logfile_size_limit: {{BrokerLog.LargestFile}}
            leafnodes {
              listen: "0.0.0.0:{{settings.LeafPort}}"
              advertise: "{{settings.Headquarters}}:{{settings.LeafPort}}"
              tls { {{Certificates}}, verify_and_map: true, timeout: 5 }
              authorization { users: [{{string.Concat(nodes.Select(node => $"\n    {{user: \"{Subject(node)}\", account: \"{node}\"}}"))}} ] }
            }
            accounts {

            """);
        foreach (var node in nodes)
            text.Append(CultureInfo.InvariantCulture, $"  \"{node}\" {{ jetstream: enabled, users: [ {{user: \"{node}\", password: \"{Password(node)}\"}} ] }}\n");
        return text.Append("  NOBODY { users: [ ] }\n}\n").ToString();
    }

    private string Common(string tls, long storeBytes) => string.Create(CultureInfo.InvariantCulture, $$"""
        # Made by Rahdari from site.json, link.json and the certificates; changes are overwritten.
        # Link certificate: {{Certificate}}
        server_name: "{{site.Settings.Node}}"
        listen: "127.0.0.1:{{settings.LocalPort}}"
        pid_file: "{{ProcessFile}}"
        max_payload: 4MB
        write_deadline: "5s"
        ping_interval: "5s"
        ping_max: 2
        tls { {{Certificates}}, {{tls}} }
        jetstream { store_dir: "{{Path.Combine(Folder, "store")}}", domain: "{{site.Settings.Node}}", max_file: {{storeBytes}}, max_mem: 1MB }

        """);

    /// <summary>What tells the certificate in place: with another the configuration is another, and the broker, which reads it at its start, begins anew.</summary>
    private string Certificate => File.Exists(certificates.LinkCertificateFile) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(certificates.LinkCertificateFile))) : "none yet";

    private string Certificates => $"cert_file: \"{certificates.LinkCertificateFile}\", key_file: \"{certificates.LinkKeyFile}\", ca_file: \"{certificates.AuthorityFile}\"";

    private string Subject(string node) => $"CN={node},O=Rahdari,C={Country}";

    private string Country => IssuingStates.ToIso3166Alpha2(site.Settings.Country) ?? "XX";
}
