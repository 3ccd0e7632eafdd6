namespace Rahdari.Casework.Networks;

/// <summary>Where the nodes of a view are drawn: in flattened rings around the case, by how many links they lie from it. The same view is always drawn the same.</summary>
/// <param name="Width">The width, in units of the picture.</param>
/// <param name="Height">The height.</param>
/// <param name="Places">Where each node lies: x to the right, y down.</param>
public sealed record NetworkLayout(double Width, double Height, IReadOnlyDictionary<string, (double X, double Y)> Places)
{
    private const double Between = 120;
    private const double Margin = 90;
    private const double Flat = 0.62; // Screens are wider than high.

    /// <summary>Lays a view out. Each node gets as much of the circle as has nodes behind it, so that what belongs together lies together.</summary>
    public static NetworkLayout Of(NetworkView view)
    {
        var joined = view.Nodes.ToDictionary(node => node.Id, _ => new List<string>());
        foreach (var link in view.Links)
        {
            joined[link.From].Add(link.To);
            joined[link.To].Add(link.From);
        }
        var ring = new Dictionary<string, int> { [view.Centre] = 0 };
        var inside = new List<string> { view.Centre };
        var children = view.Nodes.ToDictionary(node => node.Id, _ => new List<string>());
        for (var next = 0; next < inside.Count; next++)
        {
            foreach (var other in joined[inside[next]].Order(StringComparer.Ordinal))
            {
                if (ring.TryAdd(other, ring[inside[next]] + 1))
                {
                    children[inside[next]].Add(other);
                    inside.Add(other);
                }
            }
        }
        var ends = new Dictionary<string, int>();
        foreach (var key in Enumerable.Reverse(inside))
            ends[key] = Math.Max(1, children[key].Sum(child => ends[child]));
        // Two neighbours on a ring lie at least one end apart, so the ring is as wide as all ends need.
        var step = Math.Max(1.3 * Between, ends[view.Centre] * Between / (2 * Math.PI * Math.Max(1, ring.Values.Max())));
        var from = new Dictionary<string, double> { [view.Centre] = 0 };
        var places = new Dictionary<string, (double X, double Y)>();
        foreach (var key in inside)
        {
            var angle = (2 * Math.PI * (from[key] + (ends[key] / 2.0)) / ends[view.Centre]) - (Math.PI / 2);
            var radius = step * ring[key];
            places[key] = (radius * Math.Cos(angle), radius * Math.Sin(angle) * Flat);
            var begin = from[key];
            foreach (var child in children[key])
            {
                from[child] = begin;
                begin += ends[child];
            }
        }
        // Around what is there, not around the whole circle.
        var (left, top) = (places.Values.Min(place => place.X) - Margin, places.Values.Min(place => place.Y) - Margin);
        var (right, bottom) = (places.Values.Max(place => place.X) + Margin, places.Values.Max(place => place.Y) + Margin);
        return new NetworkLayout(
            Math.Round(right - left, 1), Math.Round(bottom - top, 1), places.ToDictionary(place => place.Key, place => (Math.Round(place.Value.X - left, 1), Math.Round(place.Value.Y - top, 1))));
    }
}
