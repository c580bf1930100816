using System.Net;
using System.Net.Sockets;

namespace DefenseTies.Worker;

/// <summary>Links in a feed are written by strangers: they lead to the public internet or to a feed's own host, never to other machines of this network. Looked at when connecting, so that redirections and names cannot get around it.</summary>
/// <param name="trusted">Hosts that may be anywhere.</param>
internal sealed class PublicHosts(IEnumerable<string> trusted)
{
    private static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
            "::/127", "64:ff9b:1::/48", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private readonly HashSet<string> trusted = trusted.ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Opens the connection for a request.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var end = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(end.Host, cancellationToken);

        // Another name than the request's is that of a proxy, which was set up by whoever runs this.
        var isProxy = !string.Equals(end.Host, context.InitialRequestMessage.RequestUri?.IdnHost, StringComparison.OrdinalIgnoreCase) && context.InitialRequestMessage.RequestUri?.Host != end.Host;
        if (!isProxy && !trusted.Contains(end.Host) && addresses.FirstOrDefault(a => !IsPublic(a)) is { } inside)
            throw new WebException(end.Host.Trim('[', ']') == inside.ToString() ? $"{inside} is not on the public internet" : $"{end.Host} is {inside}, which is not on the public internet", isTransient: false);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>True for an address that anybody may reach.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Array.Exists(Inside, n => n.Contains(plain));
    }
}
