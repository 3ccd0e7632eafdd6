using Rahdari.Border.Sites;
using Rahdari.Links.Lines;

namespace Rahdari.Cli.Commands;

/// <summary>What a linked site needs beside itself: its link's settings, with a comment on each, and units for systemd, in the site's folder.</summary>
internal static class SiteUnits
{
    private const int ShortestRestart = 1;

    /// <summary>The folder of the units.</summary>
    public static string Folder(SiteFolder site) => Path.Combine(site.FullPath, "systemd");

    /// <summary>Writes them; what is there already is replaced.</summary>
    public static void Write(SiteFolder site, LinkSettings link)
    {
        File.WriteAllText(Path.Combine(site.FullPath, LinkSettings.FileName), Commented(link));
        Directory.CreateDirectory(Folder(site));
        File.WriteAllText(Path.Combine(Folder(site), "rahdari.service"), Service(site));
        File.WriteAllText(Path.Combine(Folder(site), "rahdari-broker.service"), Broker(site));
    }

    private static string Commented(LinkSettings link) => $$"""
        {
          // port: sends its records and receives lists; headquarters: takes in everybody's records and publishes lists.
          "end": "{{(link.End == LinkEnd.Port ? "Port" : "Headquarters")}}",

          // The node of headquarters. Ports reach its machine by this very name: by DNS, or by a line in /etc/hosts.
          "headquarters": "{{link.Headquarters}}",

          // TCP: where headquarters' broker awaits the ports' brokers. It is the one port that a firewall must let through, from ports to headquarters.
          "leafPort": {{link.LeafPort}},

          // TCP: where the broker of this machine awaits this site; of this machine alone.
          "localPort": {{link.LocalPort}},

          // Bytes that the broker keeps of records that are under way. They are in the database, too: losing them loses nothing.
          "brokerBytes": {{link.BrokerBytes}}
        }

        """;

    private static string Service(SiteFolder site) => $"""
        [Unit]
        Description=Rahdari {site.Settings.Node}
        After=network-online.target rahdari-broker.service
        Wants=network-online.target rahdari-broker.service

        [Service]
        User=rahdari
        # RAHDARI_DATABASE=Host=...: a PostgreSQL connection string; without it the site is on SQLite in its folder.
        EnvironmentFile=-/etc/rahdari/environment
        ExecStart=/opt/rahdari/rahdari serve --site {site.FullPath} --urls http://127.0.0.1:5080
        Restart=always
        RestartSec={ShortestRestart}
        NoNewPrivileges=true
        ProtectSystem=strict
        ReadWritePaths={site.FullPath}
        PrivateTmp=true
        ProtectHome=true
        UMask=0077

        [Install]
        WantedBy=multi-user.target

        """;

    private static string Broker(SiteFolder site) => $"""
        [Unit]
        Description=Broker of Rahdari {site.Settings.Node} (nats-server)
        After=network-online.target
        Wants=network-online.target

        [Service]
        # The site's own user: it writes the configuration, and lets the broker begin anew where who takes part has changed.
        User=rahdari
        ExecStart=/usr/sbin/nats-server -c {Path.Combine(site.FullPath, "broker", "nats-server.conf")}
        Restart=always
        RestartSec={ShortestRestart}
        NoNewPrivileges=true
        ProtectSystem=strict
        ReadWritePaths={Path.Combine(site.FullPath, "broker")}
        PrivateTmp=true
        ProtectHome=true
        UMask=0077

        [Install]
        WantedBy=multi-user.target

        """;
}
